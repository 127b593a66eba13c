import type { PublicFile } from './files';
import { makeFile } from './files';

/** A published change: `body` is the record's JSON, null for a tombstone. */
export interface LogRow {
  readonly rev: number;
  readonly kind: string;
  readonly id: string;
  readonly body: string | null;
}

/** The exact text of a change line, without its line end. */
export function changeLine({ rev, kind, id, body }: LogRow): string {
  const shell = `{"t":${JSON.stringify(kind)},"id":${JSON.stringify(id)},"r":${rev}`;
  return body === null ? `${shell},"x":1}` : `${shell},"d":${body}}`;
}

/** A file may hold this many rows … */
const ROWS_MAX = 2_500;
/** … and this many characters, unless one row alone is longer. */
const CHARS_MAX = 1_048_576 / 2;

/** A run of lines for one file, and the rev of its last row. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
  readonly lastRev: number;
}

/** Rows from memory, or as they come out of the store. */
export type Rows = Iterable<LogRow> | AsyncIterable<LogRow>;

/**
 * Cuts rows into files, one in memory at a time; order is kept. Characters are counted rather than bytes:
 * Cyrillic takes two.
 */
export async function* chunksOf(rows: Rows): AsyncGenerator<Chunk> {
  let lines: string[] = [];
  let chars = 0;
  let lastRev = 0;
  const chunk = () => ({ text: `${lines.join('\n')}\n`, rows: lines.length, lastRev });
  for await (const row of rows) {
    const line = changeLine(row);
    if (lines.length > 0 && (lines.length >= ROWS_MAX || chars + line.length > CHARS_MAX)) {
      yield chunk();
      lines = [];
      chars = 0;
    }
    lines.push(line);
    chars += line.length + 1;
    lastRev = row.rev;
  }
  if (lines.length > 0) yield chunk();
}

/** A segment file and the range of revs it stands for. */
export interface Segment {
  readonly file: PublicFile;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** Segments over the whole range `from..to`, which `rows` cover; gaps (superseded rows) belong to the next file. */
export async function segmentsOf(rows: Rows, from: number, to: number): Promise<Segment[]> {
  const segments: Segment[] = [];
  const add = async ({ text, rows: count }: Chunk, start: number, end: number) => {
    const file = await makeFile(text, `s/${start}-${end}`, 'ndjson');
    segments.push({ file, from: start, to: end, rows: count });
  };
  let start = from;
  let held: Chunk | null = null;
  for await (const chunk of chunksOf(rows)) {
    if (held !== null) {
      await add(held, start, held.lastRev);
      start = held.lastRev + 1;
    }
    held = chunk;
  }
  // Only the last one is known to be the last: it reaches to the end of the range.
  if (held !== null) await add(held, start, to);
  return segments;
}
