import type { Steps } from '@/lib/ledger/steps';
import type { Mark } from '@/lib/messaging/protocol';
import { A_STEP } from '@/lib/page/steps';

/** A text that is read in portions: what a portion's bare surnames lean on stands in the portions before. */
interface Said<B> {
  readonly mark: Pick<Mark, 'personId' | 'start' | 'end' | 'text' | 'light'>;
  readonly block: B;
}

const NAME_WORD = /\p{Lu}[\p{L}’'-]{2,}/gu;
/** Letters that an ending may have changed, and letters that must be left. */
const ENDING_LETTERS = 3;
const MIN_STEM_LETTERS = 3;

function wordsOf(text: string): string[] {
  return (text.match(NAME_WORD) ?? []).map((word) => word.toLowerCase());
}

/** What a name's words begin with in any case; what follows is an ending or another name: both are of interest. */
function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) =>
    word.slice(0, Math.max(MIN_STEM_LETTERS, word.length - ENDING_LETTERS)),
  );
}

/** The text with its marks blanked out. */
function withoutMarks<B extends { readonly text: string }>(
  { text }: B,
  marks: readonly Said<B>[] = [],
): string {
  let left = text;
  for (const { mark } of marks)
    left = `${left.slice(0, mark.start)}${' '.repeat(mark.end - mark.start)}${left.slice(mark.end)}`;
  return left;
}

function names(text: string, stems: readonly string[]): boolean {
  return wordsOf(text).some((word) => stems.some((stem) => word.startsWith(stem)));
}

/** Everything that the blocks before a seam say of one person. */
interface Known {
  first: number;
  last: number;
  readonly stems: Set<string>;
}

function knownIn<B>(marks: readonly Said<B>[], at: ReadonlyMap<B, number>): Map<string, Known> {
  const persons = new Map<string, Known>();
  for (const { mark, block } of marks) {
    const place = at.get(block);
    if (mark.light || place === undefined) continue;
    const known = persons.get(mark.personId) ?? { first: place, last: place, stems: new Set() };
    known.first = Math.min(known.first, place);
    known.last = Math.max(known.last, place);
    for (const stem of stemsOf(mark.text)) known.stems.add(stem);
    persons.set(mark.personId, known);
  }
  return persons;
}

/**
 * The blocks that go along with a later portion, in page order. A name never lies across a seam: portions are of whole
 * blocks. A bare surname after it leans on the block that named the person in full, first and last; and where a word
 * of his name stands after that beside no mark of ours, it may be another bearer's, who is then the nearer one: without
 * that block the surname would be given to the wrong person.
 */
export function* contextSteps<B extends { readonly text: string }>(
  blocks: readonly B[],
  marks: readonly Said<B>[],
): Steps<B[]> {
  const persons = [...knownIn(marks, new Map(blocks.map((block, at) => [block, at]))).values()];
  const inBlock = new Map<B, Said<B>[]>();
  for (const one of marks) {
    const others = inBlock.get(one.block);
    if (others === undefined) inBlock.set(one.block, [one]);
    else others.push(one);
  }
  const context: B[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at % A_STEP === A_STEP - 1) yield;
    const stems = persons.flatMap(({ last, stems: own }) => (at > last ? [...own] : []));
    const isNamed = persons.some(({ first, last }) => at === first || at === last);
    if (isNamed || (stems.length > 0 && names(withoutMarks(block, inBlock.get(block)), stems)))
      context.push(block);
  }
  return context;
}
