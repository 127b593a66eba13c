/** What the page bench runs inside Chromium: each function answers milliseconds, one a round. */
import { readArticle } from '@/lib/page/article';
import type { Block } from '@/lib/page/block';
import { replaceUnder } from '@/lib/page/block-list';
import { isProbablyArticle } from '@/lib/page/is-article';
import { MarkLayer, type PlacedMark } from '@/lib/page/marks';
import { NearMarks } from '@/lib/page/near-marks';
import { BlockReader, readBlocks } from '@/lib/page/read-blocks';
import { SLICE_MS } from '@/lib/page/slices';
import { alternationRegex, findAndReplace, floor, markJs, wrapInSpans } from './_page-peers';
import { articleHtml, names } from './_page-text';

const NAME = /(?:Амандык|Жолан|Галымжан|Нурлан|Ерлан|Марат|Болат|Талгат) \p{Lu}\p{Ll}+/gu;
/** Takes what is sent, off the main thread, as the background does. */
const receiver = new Worker(URL.createObjectURL(new Blob(['onmessage = () => undefined'])));

let near: NearMarks<PlacedMark> | null = null;

/** Everything is loaded that a page of many marks has loaded. */
function newLayer(): MarkLayer {
  const layer = new MarkLayer(CSS.highlights);
  near = null;
  layer.nearMarks = (...given) => {
    near = new NearMarks(...given);
    return near;
  };
  return layer;
}

function show(html: string): HTMLElement {
  document.body.innerHTML = `<div class="head"><h1>Аким отчитался о дорогах</h1><time datetime="2020-02-07">7 февраля 2020</time></div><div class="text">${html}</div>`;
  const root = document.querySelector<HTMLElement>('.text');
  if (root === null) throw new Error('no root');
  // Style and layout are done by the time a page is read.
  root.getBoundingClientRect();
  return root;
}

function found(blocks: readonly Block[]) {
  return blocks.flatMap((block, index) =>
    [...block.text.matchAll(NAME)].map(({ index: start, 0: text }) => ({
      block,
      mark: {
        block: index,
        start,
        end: start + text.length,
        text,
        personId: 'p',
        postId: null,
        light: false,
        why: [],
      },
    })),
  );
}

async function timed(
  rounds: number,
  run: () => unknown,
  before?: () => void,
  warmUp = 3,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    before?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
    const began = performance.now();
    const result = run();
    if (result instanceof Promise) await result;
    // The first rounds warm the code up.
    if (round >= warmUp) times.push(performance.now() - began);
  }
  return times;
}

/** Ours and the floor, in turns on the same page: facts, text, sending it, placing and drawing the marks. */
async function scan(words: number, rounds: number) {
  const root = show(articleHtml(words));
  const marks = found(readBlocks(root));
  let layer = newLayer();
  const ours = () => {
    const facts = readArticle(document, 'https://bench.example/a/1');
    const blocks = readBlocks(facts.root ?? root);
    receiver.postMessage({ blocks: blocks.map(({ text }) => text), title: facts.title });
    layer = newLayer();
    layer.draw(true, 'underline');
    layer.add(
      marks
        .map(({ mark }) => ({ mark, block: blocks[mark.block] ?? marks[0]?.block }))
        .filter(hasBlock),
    );
    // Of many marks, what the next frame would do.
    near?.draw();
  };
  const result = { ours: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn < rounds; turn++) {
    result.floor.push(...(await timed(1, () => floor(root))));
    result.ours.push(...(await timed(1, ours, () => layer.remove(() => true))));
  }
  layer.remove(() => true);
  return result;
}

function hasBlock(pair: { block: Block | undefined }): pair is ReturnType<typeof found>[number] {
  return pair.block !== undefined;
}

/** Each peer on a fresh copy of the page; the slow ones get no rounds to warm up. */
async function peer(
  kind: 'markJs' | 'findAndReplace' | 'regex',
  words: number,
  count: number,
  rounds: number,
) {
  const html = articleHtml(words);
  const wanted = names(count);
  let root = show(html);
  const run = { markJs, findAndReplace, regex: alternationRegex }[kind];
  const before = () => {
    root = show(html);
  };
  return await timed(rounds, () => run(root, wanted), before, rounds > 3 ? 3 : 0);
}

/** A page of 5,000 one-name paragraphs. */
function manyNames(count: number): { root: HTMLElement; blocks: Block[] } {
  const root = show('<p>Вчера Нурлан Бекетов сказал это снова.</p>'.repeat(count));
  return { root, blocks: readBlocks(root) };
}

async function marking(count: number, rounds: number): Promise<number[]> {
  const marks = found(manyNames(count).blocks);
  let layer = newLayer();
  const times = await timed(
    rounds,
    () => {
      layer = newLayer();
      layer.draw(true, 'underline');
      layer.add(marks);
      near?.draw();
    },
    () => layer.remove(() => true),
  );
  layer.remove(() => true);
  return times;
}

/** The floor of marking: ranges of places found beforehand, made and added, and nothing else. */
async function leastMarking(count: number, rounds: number): Promise<number[]> {
  const places = found(manyNames(count).blocks).map(({ block, mark: { start, end } }) => ({
    startContainer: block.nodes[0] ?? document.body,
    startOffset: start,
    endContainer: block.nodes[0] ?? document.body,
    endOffset: end,
  }));
  const times = await timed(
    rounds,
    () => {
      const highlight = new Highlight();
      for (const place of places) highlight.add(new StaticRange(place));
      CSS.highlights.set('least', highlight);
    },
    () => CSS.highlights.clear(),
  );
  CSS.highlights.clear();
  return times;
}

async function wrapping(count: number, rounds: number): Promise<number[]> {
  let ranges: Range[] = [];
  return await timed(
    rounds,
    () => wrapInSpans(ranges),
    () => {
      const marks = found(manyNames(count).blocks);
      ranges = marks.map(({ block, mark }) => {
        const range = document.createRange();
        const node = block.nodes[0] ?? document.body;
        range.setStart(node, mark.start);
        range.setEnd(node, mark.end);
        return range;
      });
    },
    0,
  );
}

/** The page's own 2,000 inserts, beside marks or not. */
async function inserts(marks: number, rounds: number): Promise<number[]> {
  const { root, blocks } = manyNames(5000);
  const layer = newLayer();
  layer.draw(true, 'underline');
  if (marks > 0) layer.add(found(blocks).slice(0, marks));
  near?.draw();
  const added: Element[] = [];
  const times = await timed(
    rounds,
    () => {
      // By the neighbour, not by the index: looking for the n-th child would cost more than all inserts.
      let next = root.firstChild;
      for (let i = 0; i < 2000; i++) {
        const line = document.createElement('p');
        line.append('Новая строка');
        root.insertBefore(line, next);
        next = next?.nextSibling ?? null;
        added.push(line);
      }
    },
    () => {
      for (const line of added.splice(0)) line.remove();
    },
  );
  layer.remove(() => true);
  return times;
}

async function hits(count: number, rounds: number): Promise<number[]> {
  const layer = newLayer();
  layer.draw(true, 'underline');
  layer.add(found(manyNames(count).blocks));
  const [mark] = layer.placed;
  const [box] = mark === undefined ? [] : layer.boxes(mark);
  if (box === undefined) throw new Error('no mark to hit');
  const [x, y] = [box.left + 5, box.top + box.height / 2];
  const target = document.elementFromPoint(x, y);
  if (layer.at(x, y, target) === null) throw new Error('the mark is not hit');
  const times = await timed(rounds, () => layer.at(x, y, target));
  layer.remove(() => true);
  return times;
}

/** The slices of a read, in milliseconds, on a hostile page. */
async function slices(kind: 'node' | 'nodes'): Promise<number[]> {
  const root = show(
    kind === 'nodes' ? '<p>Аким <b>города</b> сказал</p>'.repeat(12_500) : '<p></p>',
  );
  if (kind === 'node') root.querySelector('p')?.append('слово '.repeat(1_700_000));
  const reader = new BlockReader(root);
  const times: number[] = [];
  for (let done = false; !done; ) {
    const began = performance.now();
    done = reader.step(began + SLICE_MS);
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return times;
}

/** What a page that is no article costs. */
async function turnedAway(rounds: number): Promise<number[]> {
  const card =
    '<div class="card"><h3><a href="/n">Бекетов отчитался перед жителями</a></h3><p>Коротко о главном.</p></div>';
  document.body.innerHTML = `<h1>Новости</h1><div>${card.repeat(100)}</div>`;
  return await timed(rounds, () => isProbablyArticle(document, 'https://bench.example/news/'));
}

/** Reading what is appended: 400 words to a page of so many. */
async function appended(words: number, rounds: number): Promise<number[]> {
  const root = show(articleHtml(words));
  let blocks: readonly Block[] = readBlocks(root);
  let last: Element = root;
  return await timed(
    rounds,
    () => {
      blocks = replaceUnder(blocks, last, readBlocks(last)).blocks;
    },
    () => {
      last = document.createElement('div');
      last.innerHTML = articleHtml(400);
      root.append(last);
    },
  );
}

Object.assign(globalThis, {
  uadeBench: {
    scan,
    peer,
    marking,
    leastMarking,
    wrapping,
    inserts,
    hits,
    slices,
    turnedAway,
    appended,
  },
});
