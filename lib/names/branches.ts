import { fold, stem } from '@/lib/language/fold';
import type { Post } from '@/lib/ledger/records';
import { languageAt, type TextDocument } from './text-document';
import { isNextTo, type Token } from './tokens';

/** The branch of a ministry or department as the text names it. */
export interface BranchSpan {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** Branches are named in at most this many words («индустрии и инфраструктурного развития»). */
const LONGEST_BRANCH = 5;
/** Two words of a branch are one word when so many first letters agree: `health`, `healthcare`. */
const SAME_LETTERS = 5;

const labelStems = new WeakMap<Post, ReadonlySet<string>>();

/** The stems of the words of a post's labels, in all languages. */
function stemsOfLabel(post: Post): ReadonlySet<string> {
  const known = labelStems.get(post);
  if (known) return known;
  const labels = [post.label.ru, post.label.kk, post.label.en].filter((one) => one !== undefined);
  const stems = new Set(
    labels.flatMap((label) => label.split(/\s+/u)).map((word) => stem(fold(word))),
  );
  labelStems.set(post, stems);
  return stems;
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shared = Math.min(a.length, b.length);
  return shared >= SAME_LETTERS && a.slice(0, shared - 1) === b.slice(0, shared - 1);
}

/** Whether every word of the branch is a word of the post's label. */
export function fitsLabel(post: Post, branch: readonly string[]): boolean {
  const stems = [...stemsOfLabel(post)];
  return branch.every((word) => word === AND || stems.some((one) => isSameWord(one, stem(word))));
}

/** «министры здравоохранения и водных ресурсов»: whether one of the branches is the post's. */
export function fitsOneLabel(post: Post, branches: readonly string[]): boolean {
  return fitsLabel(post, branches) || segments(branches).some((one) => fitsLabel(post, one));
}

/** Stands for «и» among the words of a branch. */
const AND = '';

function segments(words: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const word of words)
    if (word === AND) found.push([]);
    else found.at(-1)?.push(word);
  return found.filter((one) => one.length > 0);
}

/** Small words («и», «по», `of`) may stand inside a branch and say nothing; «дел» is one of it. */
function saysNothing(
  document: TextDocument,
  at: number,
  token: Token,
  vocabulary: readonly string[],
): boolean {
  if (token.shape !== 'lower' || token.skeleton.length > 3) return false;
  const { listWords, links, appositionWords, prepositions } = languageAt(token);
  const joining = [listWords, links, appositionWords, prepositions];
  return joining.some((one) => one.has(token.skeleton)) || !isBranchWord(document, at, vocabulary);
}

function expand(document: TextDocument, at: number): readonly string[] {
  const token = document.tokens[at];
  if (!token) return [];
  return languageAt(token).branches.get(token.skeleton) ?? [token.skeleton];
}

/** Stems of the words by which branches are named in the labels of posts. */
export function branchVocabulary(posts: Iterable<Post>): string[] {
  const stems = new Set<string>();
  for (const post of posts)
    if (post.role === 'minister' || post.role === 'headOfDepartment')
      for (const one of stemsOfLabel(post))
        if (!TITLE_STEMS.has(one) && one.length > 2) stems.add(one);
  return [...stems];
}

/** The titles themselves stand in every label. */
const TITLE_STEMS: ReadonlySet<string> = new Set(
  [
    'министр',
    'министрі',
    'minister',
    'руководитель',
    'управления',
    'областного',
    'области',
    'облысы',
    'басқармасының',
    'басшысы',
    'head',
    'department',
    'region',
    'республики',
    'казахстан',
    'қазақстан',
    'республикасының',
    'kazakhstan',
    'қаласы',
  ].map((word) => stem(fold(word))),
);

/** Words after a title, as far as they are words of some label in `vocabulary`. */
export function branchAfter(
  document: TextDocument,
  to: number,
  vocabulary: readonly string[],
): BranchSpan | null {
  const { tokens } = document;
  const words: string[] = [];
  let end = to;
  for (let at = to; at < to + LONGEST_BRANCH; at += 1) {
    const token = tokens[at];
    if (!token || !isNextTo(tokens[at - 1], token)) break;
    if (saysNothing(document, at, token, vocabulary)) {
      if (languageAt(token).listWords.has(token.skeleton)) words.push(AND);
      continue;
    }
    if (isOfPlace(token) || !isBranchWord(document, at, vocabulary)) break;
    words.push(...expand(document, at));
    end = at + 1;
  }
  return end === to ? null : { from: to, to: end, words };
}

/** «управления здравоохранения Костанайской области»: labels have the names of their areas, and a branch has none. */
const isOfPlace = ({ shape, word }: Token): boolean =>
  shape !== 'lower' && word.isLikePlaceAdjective;

/** Words before a title: `Ішкі істер министрі`, `Interior Minister`. */
export function branchBefore(
  document: TextDocument,
  from: number,
  vocabulary: readonly string[],
): BranchSpan | null {
  const { tokens } = document;
  const words: string[] = [];
  let start = from;
  for (let at = from - 1; at >= from - LONGEST_BRANCH; at -= 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || !next || !isNextTo(token, next)) break;
    if (saysNothing(document, at, token, vocabulary)) continue;
    if (isModifier(document, at) || !isBranchWord(document, at, vocabulary)) break;
    words.unshift(...expand(document, at));
    start = at;
  }
  return words.length === 0 ? null : { from: start, to: from, words };
}

/** `Жаңа денсаулық сақтау министрі`: the word may be one of some label too. */
function isModifier({ markersBefore }: TextDocument, at: number): boolean {
  return markersBefore.get(at + 1).some(({ kind }) => kind === 'modifier');
}

function isBranchWord(document: TextDocument, at: number, vocabulary: readonly string[]): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  if (languageAt(token).branches.has(token.skeleton)) return true;
  const own = stem(token.skeleton);
  return vocabulary.some((one) => isSameWord(one, own)) && own.length > 2;
}
