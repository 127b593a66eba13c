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

/** Cuts rows into files; order is kept. Characters are counted rather than bytes: Cyrillic takes two. */
export function chunksOf(rows: readonly LogRow[]): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let chars = 0;
  let lastRev = 0;
  const flush = () => {
    if (lines.length > 0)
      chunks.push({ text: `${lines.join('\n')}\n`, rows: lines.length, lastRev });
    lines = [];
    chars = 0;
  };
  for (const row of rows) {
    const line = changeLine(row);
    if (lines.length >= ROWS_MAX || chars + line.length > CHARS_MAX) flush();
    lines.push(line);
    chars += line.length + 1;
    lastRev = row.rev;
  }
  flush();
  return chunks;
}

/** A segment file and the range of revs it stands for. */
export interface Segment {
  readonly file: PublicFile;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** Segments over the whole range `from..to`, which `rows` cover; gaps (superseded rows) belong to the next file. */
export async function segmentsOf(
  rows: readonly LogRow[],
  from: number,
  to: number,
): Promise<Segment[]> {
  const chunks = chunksOf(rows);
  const segments: Segment[] = [];
  let start = from;
  for (const [index, { text, rows: count, lastRev }] of chunks.entries()) {
    const end = index === chunks.length - 1 ? to : lastRev;
    const file = await makeFile(text, `s/${start}-${end}`, 'ndjson');
    segments.push({ file, from: start, to: end, rows: count });
    start = end + 1;
  }
  return segments;
}
