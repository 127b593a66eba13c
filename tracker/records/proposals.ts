import { type Actor, noteDecision } from '../clips/review';
import { Refusal } from '../http/refusal';
import type { Sql, Store } from '../store/sql';
import { bodyOf, type PlacedRow, writeRecord } from './write';

/** A record that waits for a second person; `actor` is the short name of the first one's token. */
interface ProposalRow extends PlacedRow {
  readonly actor: string;
  readonly at: string;
}

/** Which proposal is meant. */
export type ProposalKey = Pick<PlacedRow, 'dataset' | 'kind' | 'id'>;

const COLUMNS = 'dataset, kind, id, body, actor, at';
const WHERE = 'dataset = $1 and kind = $2 and id = $3';

const subjectOf = ({ kind, id }: ProposalKey) => `${kind} ${id}`;

/** Proposals as editors see them, oldest first. */
export async function waitingProposals(sql: Sql, limit: number): Promise<readonly object[]> {
  const rows = await sql.query<ProposalRow>(
    `select ${COLUMNS} from proposal order by seq limit $1`,
    [limit],
  );
  return rows.map(({ dataset, kind, id, body, actor, at }) => {
    const record: unknown = JSON.parse(body);
    return { dataset, kind, id, record, proposedBy: actor, at };
  });
}

/** Puts a record before a second person; the same by somebody else confirms it. */
export async function propose(
  sql: Sql,
  row: PlacedRow,
  actor: Actor,
): Promise<'written' | 'waiting'> {
  // Said again after it was published: nothing is to be confirmed.
  if ((await bodyOf(sql, row)) !== null) {
    await writeRecord(sql, row);
    return 'written';
  }
  const { dataset, kind, id, body } = row;
  const added = await sql.query(
    `insert into proposal (${COLUMNS}) values ($1, $2, $3, $4, $5, $6)
     on conflict (dataset, kind, id) do nothing returning id`,
    [dataset, kind, id, body, actor.name, actor.at],
  );
  if (added.length === 1) {
    await noteDecision(sql, actor, { action: 'proposed', subject: subjectOf(row), reason: null });
    return 'waiting';
  }
  const first = await lockProposal(sql, row);
  if (first.body !== body) {
    throw new Refusal(409, 'conflict', 'something else waits under this id: confirm or refuse it');
  }
  if (first.actor === actor.name) return 'waiting';
  await publishProposal(sql, first, actor);
  return 'written';
}

async function lockProposal(sql: Sql, { dataset, kind, id }: ProposalKey): Promise<ProposalRow> {
  const [row] = await sql.query<ProposalRow>(
    `select ${COLUMNS} from proposal where ${WHERE} for update`,
    [dataset, kind, id],
  );
  if (row === undefined) throw new Refusal(404, 'unknownProposal', 'nothing waits under this id');
  return row;
}

async function publishProposal(sql: Sql, row: ProposalRow, actor: Actor): Promise<void> {
  await writeRecord(sql, row);
  await forget(sql, row);
  await noteDecision(sql, actor, { action: 'confirmed', subject: subjectOf(row), reason: null });
}

async function forget(sql: Sql, { dataset, kind, id }: ProposalKey): Promise<void> {
  await sql.query(`delete from proposal where ${WHERE}`, [dataset, kind, id]);
}

/** Makes a proposal a record; whoever proposed it cannot. */
export function confirmProposal(store: Store, key: ProposalKey, actor: Actor): Promise<void> {
  return store.transaction(async (sql) => {
    const row = await lockProposal(sql, key);
    if (row.actor === actor.name) {
      throw new Refusal(409, 'samePerson', 'a second person is to confirm this');
    }
    await publishProposal(sql, row, actor);
  });
}

/** Drops a proposal with its text, by anybody who reviews, the proposer too; the reason is kept in the log. */
export function refuseProposal(
  store: Store,
  key: ProposalKey,
  reason: string,
  actor: Actor,
): Promise<void> {
  return store.transaction(async (sql) => {
    const row = await lockProposal(sql, key);
    await forget(sql, row);
    await noteDecision(sql, actor, { action: 'refused', subject: subjectOf(row), reason });
  });
}
