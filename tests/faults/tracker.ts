import { lostInCrashes, lostWithPglite } from '../tracker/crashes';
import { brokenPublishing } from '../tracker/publisher-kills';

/** A row of the table: what was broken how often, and what went wrong of it. */
export interface FaultRow {
  readonly row: string;
  readonly rounds: number;
  readonly wrong: number;
  /** The same without what protects us: must be more than 0; null: the row has none yet. */
  readonly control: number | null;
  readonly ok: boolean;
}

const PUBLISHER_KILLS = 100;
const POSTGRES_CRASHES = 10;
const PGLITE_KILLS = 30;

function row(name: string, rounds: number, wrong: number, control: number): FaultRow {
  return { row: name, rounds, wrong, control, ok: wrong === 0 && control > 0 };
}

/** Kills the publisher, PostgreSQL and the tracker in mid-write. */
export async function trackerFaults(): Promise<FaultRow[]> {
  const publishing = await brokenPublishing(PUBLISHER_KILLS, 'transaction');
  const loose = await brokenPublishing(PUBLISHER_KILLS, 'statements');
  const crashed = await lostInCrashes(POSTGRES_CRASHES, []);
  const settings = ['synchronous_commit=off', 'wal_writer_delay=10s'];
  const control = await lostInCrashes(1, settings);
  const killed = await lostWithPglite(PGLITE_KILLS);
  return [
    row(
      'publisher killed: rows lost, doubled or skipped (control: its statements without a transaction)',
      publishing.kills,
      publishing.wrong,
      loose.wrong,
    ),
    row(
      'PostgreSQL stopped hard: acknowledged clips lost (control: asynchronous commits)',
      POSTGRES_CRASHES,
      crashed.lost,
      control.lost,
    ),
    {
      row: 'kill -9 of the tracker on PGlite: acknowledged clips lost',
      rounds: PGLITE_KILLS,
      wrong: killed.lost,
      control: null,
      ok: killed.lost === 0 && killed.acknowledged > 0,
    },
  ];
}
