import { createHash } from 'node:crypto';
import type { ClipBody, ClipState, ClipStatus } from '@/lib/wire/clips';
import { impossible, Refusal } from '../http/refusal';
import { queryOne, type Sql, type Store } from '../store/sql';
import type { Bearer } from './tokens';

/** A clip as stored; nullable columns as SQL gives them. */
export interface ClipRow {
  readonly id: string;
  readonly dataset: string;
  readonly author: string;
  readonly body: string;
  readonly body_sha256: string;
  readonly state: ClipState;
  readonly survivor_id: string | null;
  readonly reason: string | null;
  readonly received_on: string;
  readonly decided_at: string | null;
}

const COLUMNS =
  'id, dataset, author, body, body_sha256, state, survivor_id, reason, received_on, decided_at';

/** What the tracker tells of a clip. */
export function statusOf(row: ClipRow): ClipStatus {
  return {
    id: row.id,
    state: row.state,
    ...(row.survivor_id !== null && { survivorId: row.survivor_id }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
  };
}

async function findClip(sql: Sql, id: string): Promise<ClipRow | null> {
  const [row] = await sql.query<ClipRow>(`select ${COLUMNS} from clip where id = $1`, [id]);
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function lockClip(sql: Sql, id: string): Promise<ClipRow> {
  const [row] = await sql.query<ClipRow>(`select ${COLUMNS} from clip where id = $1 for update`, [
    id,
  ]);
  if (row === undefined) throw new Refusal(404, 'unknownClip', 'there is no such clip');
  return row;
}

export interface NewClip {
  readonly id: string;
  readonly body: ClipBody;
  readonly bearer: Bearer;
  readonly day: string;
  readonly perDay: number;
}

/**
 * Takes a clip once: the same id, author and body again answers the state it has; another body or another
 * author is refused with 409. `isNew` tells 201 from 200.
 */
export async function putClip(
  store: Store,
  clip: NewClip,
): Promise<{ readonly isNew: boolean; readonly status: ClipStatus }> {
  const body = JSON.stringify(clip.body);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const before = await findClip(store, clip.id);
  if (before !== null) return { isNew: false, status: statusOf(sameOr409(before, clip, sha256)) };
  await refuseOverLimit(store, clip);
  const dataset = await datasetOf(store, clip.body);
  const added = await store.query(
    `insert into clip (id, dataset, author, body, body_sha256, received_on)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id`,
    [clip.id, dataset, clip.bearer.hash, body, sha256, clip.day],
  );
  // Another request with this id may have come in between: the row that stands decides.
  const row = await queryOne<ClipRow>(store, `select ${COLUMNS} from clip where id = $1`, [
    clip.id,
  ]);
  return { isNew: added.length === 1, status: statusOf(sameOr409(row, clip, sha256)) };
}

function sameOr409(row: ClipRow, clip: NewClip, sha256: string): ClipRow {
  if (row.author === clip.bearer.hash && row.body_sha256 === sha256) return row;
  throw new Refusal(409, 'conflict', 'this id belongs to another clip');
}

const DAY_S = 86_400;

async function refuseOverLimit(sql: Sql, { bearer, day, perDay }: NewClip): Promise<void> {
  const { n } = await queryOne<{ n: number }>(
    sql,
    'select count(*) as n from clip where author = $1 and received_on = $2',
    [bearer.hash, day],
  );
  if (n < perDay) return;
  throw new Refusal(429, 'dailyLimit', `at most ${perDay} clips a day: try again tomorrow`, DAY_S);
}

/** The data set whose records a clip names; every id in it must exist there. */
async function datasetOf(sql: Sql, body: ClipBody): Promise<string> {
  const wanted = (
    [
      ['postId', 'post', body.postId],
      ['personId', 'person', body.personId],
      ['areaId', 'area', body.areaId],
      ['repeatsId', 'promise', body.repeatsId],
    ] as const
  ).filter(([, , id]) => id !== null);
  if (wanted.length === 0) return firstDataset(sql);
  let missing: { field: string; id: string | null } | null = null;
  for (const { name } of await sql.query<{ name: string }>(
    'select name from dataset order by name',
  )) {
    missing = null;
    for (const [field, kind, id] of wanted) {
      if (!(await hasRecord(sql, name, kind, id))) missing ??= { field, id };
    }
    if (missing === null) return name;
  }
  throw impossible(missing?.field ?? '', `an id that the tracker knows, not ${missing?.id ?? ''}`);
}

async function firstDataset(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ name: string }>('select name from dataset order by name limit 1');
  if (row === undefined) throw new Refusal(503, 'empty', 'the tracker holds no data set yet', 60);
  return row.name;
}

/** True when a data set has the record. */
export async function hasRecord(
  sql: Sql,
  dataset: string,
  kind: string,
  id: string | null,
): Promise<boolean> {
  const rows = await sql.query(
    'select 1 from record where dataset = $1 and kind = $2 and id = $3',
    [dataset, kind, id],
  );
  return rows.length > 0;
}

/** The states of the author's own clips; other ids are left out. */
export async function ownStatuses(
  sql: Sql,
  author: string,
  ids: readonly string[],
): Promise<ClipStatus[]> {
  const rows = await sql.query<ClipRow>(
    `select ${COLUMNS} from clip where author = $1 and id = any($2::text[]) order by seq`,
    [author, ids],
  );
  return rows.map(statusOf);
}

/** Takes a clip back while nobody has decided on it; once decided, the decision is answered. */
export function withdrawClip(store: Store, id: string, author: string): Promise<ClipStatus> {
  return store.transaction(async (sql) => {
    const row = await lockClip(sql, id);
    if (row.author !== author) throw new Refusal(404, 'unknownClip', 'there is no such clip');
    if (row.state !== 'received') return statusOf(row);
    // What was withdrawn is not kept: only the id stays, so that a late repeat is recognised.
    await sql.query(`update clip set state = 'withdrawn', body = '{}' where id = $1`, [id]);
    return { id, state: 'withdrawn' };
  });
}
