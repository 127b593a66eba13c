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
}

const familyOf = (person: Person): string => person.name.ru?.family ?? '';

/** All surnames in one alternation, as they stand in the dictionary. */
export function alternation(persons: readonly Person[]): Peer {
  const families = [...new Set(persons.map(familyOf))].filter((family) => family !== '');
  const pattern = new RegExp(`(?<!\\p{L})(?:${families.join('|')})(?!\\p{L})`, 'gu');
  return { name: 'alternation', find: (text) => text.match(pattern)?.length ?? 0 };
}

interface Node {
  readonly next: Map<string, Node>;
  fail: Node | null;
  isEnd: boolean;
}

const newNode = (): Node => ({ next: new Map(), fail: null, isEnd: false });

function formsOf(person: Person): string[] {
  const family = familyOf(person);
  const { last } = petrovich[person.gender ?? 'male'];
  return [family, ...CASES.map((one) => last[one](family))];
}

/** Aho–Corasick over the six petrovich forms of every surname. */
export function ahoCorasick(persons: readonly Person[]): Peer {
  const root = newNode();
  for (const form of new Set(persons.flatMap(formsOf))) insert(root, form);
  linkFailures(root);
  return { name: 'Aho–Corasick', find: (text) => scan(root, text) };
}

function insert(root: Node, word: string): void {
  let node = root;
  for (const letter of word) {
    const next = node.next.get(letter) ?? newNode();
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

function scan(root: Node, text: string): number {
  let node: Node = root;
  let found = 0;
  for (const letter of text) {
    while (node !== root && !node.next.has(letter)) node = node.fail ?? root;
    node = node.next.get(letter) ?? root;
    if (node.isEnd) found += 1;
  }
  return found;
}

/** Every word of the text stemmed by Snowball's Russian and looked up among stemmed surnames. */
export function snowballLookUp(persons: readonly Person[]): Peer {
  const stemmer = snowball.newStemmer('russian');
  const stems = new Set(persons.map((person) => stemmer.stem(familyOf(person).toLowerCase())));
  return {
    name: 'Snowball look-up',
    find: (text) => {
      let found = 0;
      for (const [word] of text.matchAll(/\p{Lu}[\p{L}-]+/gu))
        if (stems.has(stemmer.stem(word.toLowerCase()))) found += 1;
      return found;
    },
  };
}
