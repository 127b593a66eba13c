import { createRequire } from 'node:module';
import snowball from 'snowball-stemmers';
import type { Person } from '@/lib/ledger/records';

type Case = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
type Petrovich = Record<'male' | 'female', { last: Record<Case, (word: string) => string> }>;

// A CommonJS script without types; the part of its shape that its README shows.
const petrovich = createRequire(import.meta.url)('petrovich') as Petrovich;
const CASES: readonly Case[] = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
];

/** A plain way to find surnames: how many places of a text it reports. */
export interface Peer {
  readonly name: string;
  find(text: string): number;
  /** The same with places, whole words alone. */
  spans(text: string): readonly Span[];
}

/** Surnames of a person in every language that the ledger has. */
function familiesOf({ name }: Person): string[] {
  return [name.ru, name.kk, name.en].flatMap((one) => (one === undefined ? [] : [one.family]));
}

/** Who bears a form. */
function byForm(
  persons: readonly Person[],
  formsOfPerson: (person: Person) => readonly string[],
): Map<string, Set<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const person of persons)
    for (const form of formsOfPerson(person)) {
      const ids = bearers.get(form) ?? new Set<string>();
      bearers.set(form, ids.add(person.id));
    }
  return bearers;
}

const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);

/** A surname found, and who bears it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly personIds: readonly string[];
}

/** All surnames in one alternation, as they stand in the dictionary. */
export function alternation(persons: readonly Person[]): Peer {
  const bearers = byForm(persons, familiesOf);
  const pattern = new RegExp(`(?<!\\p{L})(?:${[...bearers.keys()].join('|')})(?!\\p{L})`, 'gu');
  return {
    name: 'alternation',
    find: (text) => text.match(pattern)?.length ?? 0,
    spans: (text) =>
      [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
        personIds: [...(bearers.get(word) ?? [])],
      })),
  };
}

interface Node {
  readonly next: Map<string, Node>;
  readonly depth: number;
  fail: Node | null;
  isEnd: boolean;
}

const newNode = (depth = 0): Node => ({ next: new Map(), depth, fail: null, isEnd: false });

function formsOf(person: Person): string[] {
  const { last } = petrovich[person.gender ?? 'male'];
  return familiesOf(person).flatMap((family) => [family, ...CASES.map((one) => last[one](family))]);
}

/** Aho–Corasick over the six petrovich forms of every surname. */
export function ahoCorasick(persons: readonly Person[]): Peer {
  const root = newNode();
  const bearers = byForm(persons, formsOf);
  for (const form of bearers.keys()) insert(root, form);
  linkFailures(root);
  return {
    name: 'Aho–Corasick',
    find: (text) => scan(root, text, () => undefined),
    spans: (text) => {
      const spans: Span[] = [];
      scan(root, text, (start, end) => {
        const isWhole = !isLetter(text.charAt(start - 1)) && !isLetter(text.charAt(end));
        const personIds = [...(bearers.get(text.slice(start, end)) ?? [])];
        if (isWhole && personIds.length > 0) spans.push({ start, end, personIds });
      });
      return spans;
    },
  };
}

function insert(root: Node, word: string): void {
  let node = root;
  for (const letter of word) {
    const next = node.next.get(letter) ?? newNode(node.depth + 1);
    node.next.set(letter, next);
    node = next;
  }
  node.isEnd = true;
}

function linkFailures(root: Node): void {
  const queue: Node[] = [];
  for (const child of root.next.values()) {
    child.fail = root;
    queue.push(child);
  }
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at];
    if (!node) continue;
    for (const [letter, child] of node.next) {
      let fail = node.fail;
      while (fail && !fail.next.has(letter)) fail = fail.fail;
      child.fail = fail?.next.get(letter) ?? root;
      child.isEnd ||= child.fail.isEnd;
      queue.push(child);
    }
  }
}

function scan(root: Node, text: string, note: (start: number, end: number) => void): number {
  let node: Node = root;
  let found = 0;
  let at = 0;
  for (const letter of text) {
    at += letter.length;
    while (node !== root && !node.next.has(letter)) node = node.fail ?? root;
    node = node.next.get(letter) ?? root;
    if (!node.isEnd) continue;
    found += 1;
    note(at - node.depth, at);
  }
  return found;
}

/** Every word of the text stemmed by Snowball's Russian and looked up among stemmed surnames. */
export function snowballLookUp(persons: readonly Person[]): Peer {
  const stemmer = snowball.newStemmer('russian');
  const stemOf = (word: string): string => stemmer.stem(word.toLowerCase());
  const bearers = byForm(persons, (person) => familiesOf(person).map(stemOf));
  const WORD = /\p{Lu}[\p{L}-]+/gu;
  return {
    name: 'Snowball look-up',
    find: (text) => {
      let found = 0;
      for (const [word] of text.matchAll(WORD)) if (bearers.has(stemOf(word))) found += 1;
      return found;
    },
    spans: (text) =>
      [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
        const personIds = [...(bearers.get(stemOf(word)) ?? [])];
        return personIds.length === 0
          ? []
          : [{ start: index, end: index + word.length, personIds }];
      }),
  };
}
