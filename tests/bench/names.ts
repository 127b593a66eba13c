import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Ledger } from '@/lib/ledger/records';
import { keysOfPerson } from '@/lib/names/keys';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { addToFilter, emptyFilter, isFiltered } from '@/lib/storage/key-filter';
import { noisePersons } from '../eval/person-corpus';
import { coldAnswers } from './_names-cold';
import { ahoCorasick, alternation, type Peer, snowballLookUp } from './_names-peers';
import { qualityRows } from './_names-quality';
import { type BenchRow, median } from './_row';

const WORDS = 5000;
const GOAL_MS = 10;
const WARM_UP = 60;
const ROUNDS = 41;
const SIZES = [1_000, 10_000, 100_000] as const;
/** An alternation of 100,000 surnames takes minutes a text; it is measured where it can be. */
const LARGEST_ALTERNATION = 10_000;

const FILLER =
  'на отчётной встрече с жителями района речь шла о ремонте дорог и о воде которую обещали провести ещё весной но подрядчик сорвал сроки из-за нехватки труб и денег в бюджете области поэтому работы перенесли на осень'.split(
    ' ',
  );

/** An article of 5,000 words about twelve officials, each named in full once and by surname later. */
function article(ledger: Ledger): string[] {
  const blocks: string[] = [];
  const named = ledger.persons.slice(0, 12).map((person) => person.name.ru);
  let words = 0;
  for (let at = 0; words < WORDS; at += 1) {
    const name = named[at % named.length];
    const who = at < named.length ? `${name?.given} ${name?.family}` : (name?.family ?? '');
    const shift = at % FILLER.length;
    const filler = [...FILLER.slice(shift), ...FILLER.slice(0, shift)].join(' ');
    const block = `Вчера ${who} сказал, что ${filler}. Подробности сообщат позже.`;
    blocks.push(block);
    words += block.split(' ').length;
  }
  return blocks;
}

/** CPU time of the process in milliseconds, so that a busy machine does not count. */
async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measure(work: () => unknown): Promise<number> {
  for (let round = 0; round < WARM_UP; round += 1) await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await cpuMs(work));
  return median(times);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

async function measurePeer(peer: Peer, text: string): Promise<number> {
  const times: number[] = [];
  const rounds = (await cpuMs(() => peer.find(text))) > 1000 ? 3 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) times.push(await cpuMs(() => peer.find(text)));
  return median(times);
}

async function rowsOf(size: number): Promise<BenchRow[]> {
  const ledger: Ledger = { ...EMPTY_LEDGER, persons: noisePersons(size) };
  const blocks = article(ledger);
  const text = blocks.join('\n');
  const gazetteer = memoryGazetteer(ledger);
  const find = () => link(blocks, { date: '2024-05-01' }, gazetteer);
  const found = (await find()).length;
  const ours = await measure(find);
  const peers = [
    ...(size <= LARGEST_ALTERNATION ? [alternation(ledger.persons)] : []),
    ahoCorasick(ledger.persons),
    snowballLookUp(ledger.persons),
  ];
  const rows: BenchRow[] = [];
  for (const peer of peers) {
    const theirs = await measurePeer(peer, text);
    rows.push({
      row: `${WORDS} words, ${size} officials: linked (${found} mentions) against ${peer.name} (${peer.find(text)} hits)`,
      ours: rounded(ours),
      peer: rounded(theirs),
      ratio: rounded(ours / theirs),
      goal: `≤ ${GOAL_MS} ms of CPU, warm`,
      unit: 'ms',
      n: ROUNDS,
      ok: ours <= GOAL_MS,
    });
  }
  return rows;
}

const GOAL_GROWTH = 12;
const TENFOLD = 10;

/** Time must grow with the text and no faster: ten times the article against one, in CPU time. */
async function growthRow(): Promise<BenchRow> {
  const ledger: Ledger = { ...EMPTY_LEDGER, persons: noisePersons(SIZES[0]) };
  const gazetteer = memoryGazetteer(ledger);
  const blocks = article(ledger);
  const tenfold = Array.from({ length: TENFOLD }, () => blocks).flat();
  const once = await measure(() => link(blocks, { date: '2024-05-01' }, gazetteer));
  const ours = await measure(() => link(tenfold, { date: '2024-05-01' }, gazetteer));
  return {
    row: `${WORDS * TENFOLD} words against ${WORDS}, ${SIZES[0]} officials`,
    ours: rounded(ours),
    peer: rounded(once),
    ratio: rounded(ours / once),
    goal: `ratio ≤ ${GOAL_GROWTH}`,
    unit: 'ms',
    n: ROUNDS,
    ok: ours / once <= GOAL_GROWTH,
  };
}

const GOAL_FIRST_MS = 40;

/** From the start of a fresh worker's script to its first answer out of the database, in a real Chromium. */
async function coldRow(size: number): Promise<BenchRow> {
  const persons = noisePersons(size);
  const answers = await coldAnswers(persons, article({ ...EMPTY_LEDGER, persons }));
  const first = median(answers.map((one) => one.first));
  const second = median(answers.map((one) => one.second));
  return {
    row: `${WORDS} words, ${size} officials in IndexedDB: first answer of an extension's worker that was ended (${answers[0]?.found} mentions; second answer beside)`,
    ours: rounded(first),
    peer: rounded(second),
    ratio: rounded(first / second),
    goal: `≤ ${GOAL_FIRST_MS} ms from the start of its script`,
    unit: 'ms',
    n: answers.length,
    ok: first <= GOAL_FIRST_MS,
  };
}

const GOAL_FILTER_BYTES = 2 ** 20;

/** What the filter of the keys weighs, and how many keys that are not there it lets through at 100,000 officials. */
function filterRow(): BenchRow {
  const filter = emptyFilter();
  const keys = new Set(noisePersons(SIZES[2]).flatMap(keysOfPerson).filter(isFiltered));
  for (const key of keys) addToFilter(filter, key);
  return {
    row: `filter of ${keys.size} keys of ${SIZES[2]} officials (peer: the keys as text)`,
    ours: filter.byteLength,
    peer: [...keys].reduce((sum, key) => sum + key.length, 0),
    ratio: null,
    goal: `≤ ${GOAL_FILTER_BYTES} bytes`,
    unit: 'bytes',
    n: 1,
    ok: filter.byteLength <= GOAL_FILTER_BYTES,
  };
}

/** The name finder on a long article with growing ledgers, beside three plain ways to find surnames. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(...(await rowsOf(size)));
  rows.push(...(await qualityRows()), await growthRow(), filterRow());
  for (const size of SIZES) rows.push(await coldRow(size));
  return rows;
}
