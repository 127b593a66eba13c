import { atOnce, type Steps } from '@/lib/ledger/steps';

/** Takes a text piece by piece, in order. */
export type Put = (piece: string) => void;

/** The whole of a text that is written piece by piece. */
export function textOf(write: (put: Put) => Steps<void>): string {
  const pieces: string[] = [];
  atOnce(write((piece) => pieces.push(piece)));
  return pieces.join('');
}
