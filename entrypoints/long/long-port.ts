import type { Steps } from '@/lib/ledger/steps';
import type { Block } from '@/lib/page/block';
import type { NearMaker, PlacedMark } from '@/lib/page/marks';

/** What `long.js` offers: what only a text needs that has more marks than are all drawn, or is read in portions. */
export interface LongPort {
  readonly nearMarks: NearMaker;
  /** The blocks that go along with a later portion, in page order. */
  contextSteps(blocks: readonly Block[], marks: readonly PlacedMark[]): Steps<Block[]>;
}
