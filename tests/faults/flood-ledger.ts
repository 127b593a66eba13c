import fs from 'node:fs';
import path from 'node:path';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { sceneLedger } from '../e2e/scene-ledger';

/** Promises of one office. */
export const FLOOD = 100_000;
/** The office that has them, in the town of the same name. */
export const TOWN = 'saryozek';
export const OFFICE = `akim-${TOWN}`;
/** Who said them all. */
export const PERSON = 'beketov';
/** One that repeats another. */
export const PROMISE = 'flood-000778';
/** From here on each repeats the one before. */
const CHAIN = FLOOD / 2;
/** One of these. */
export const REPEATED = 'flood-077777';
/** The article from which they were all recorded. */
export const ARTICLE = 'https://scene.example/news/1';
/** One from which none was. */
export const OTHER_ARTICLE = 'https://scene.example/news/2';

/** Words of the article. */
const QUOTE = 'дорогу к дачам починят до осени';
const TOPICS = ['roads', 'water', 'housing'];
const TERMS = [null, '2030', '2024-06-01', '2027-03'];

interface Written {
  readonly postId: string;
  readonly personId: string;
  readonly text: Readonly<Record<string, string>>;
  readonly source: object;
}

function flooding(model: Written): readonly object[] {
  const id = (n: number) => `flood-${String(n).padStart(6, '0')}`;
  return Array.from({ length: FLOOD }, (_, n) => ({
    ...model,
    id: id(n),
    text: Object.fromEntries(
      Object.entries(model.text).map(([lang, of]) => [lang, `${of} № ${n}`]),
    ),
    repeatsId: n > CHAIN || n % 3 === 1 ? id(n - 1) : null,
    quote: QUOTE,
    topic: TOPICS[n % TOPICS.length],
    dueOn: TERMS[n % TERMS.length],
    source: { ...model.source, url: ARTICLE },
  }));
}

/** The scenes' ledger with a hundred thousand promises on one office; the answer is its folder. */
export function floodedLedger(): string {
  const folder = sceneLedger();
  const file = path.join(folder, FILE_OF_KIND.promise);
  // Written a moment ago by the scenes.
  const all = JSON.parse(fs.readFileSync(file, 'utf8')) as readonly Written[];
  const model = all.findLast(({ postId, personId }) => postId === OFFICE && personId === PERSON);
  if (model === undefined) throw new Error('the scenes lost their office');
  fs.writeFileSync(file, JSON.stringify([...all, ...flooding(model)]));
  return folder;
}
