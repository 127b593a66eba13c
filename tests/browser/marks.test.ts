import { act, createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mark } from '@/lib/messaging/protocol';
import { readArticle } from '@/lib/page/article';
import type { Block } from '@/lib/page/block';
import { MarkLayer } from '@/lib/page/marks';
import { NearMarks } from '@/lib/page/near-marks';
import { readBlocks } from '@/lib/page/read-blocks';
import { reread } from '@/lib/page/reread';
import { watchBlocks } from '@/lib/page/watch-blocks';
import { PAGES, showPage, sourceOf } from './_page';

const NAME = /(?:Нурлан |Нұрлан |Nurlan )?(?:Бекетов|Beketov)\p{L}*/gu;

function marksIn(blocks: readonly Block[]): { mark: Mark; block: Block }[] {
  return blocks.flatMap((block, index) =>
    [...block.text.matchAll(NAME)].map((match) => ({
      block,
      mark: {
        block: index,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        personId: 'beketov',
        postId: null,
        light: !match[0].includes(' '),
        why: [],
      },
    })),
  );
}

function wordsOf(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  });
}

let off = new AbortController();
beforeEach(() => {
  off = new AbortController();
});
afterEach(() => {
  off.abort();
  CSS.highlights.clear();
  document.body.replaceChildren();
});

const articles = PAGES.filter(([, { isArticle }]) => isArticle);

test.each(articles)('%s: reading and marking leave the page as it was', async (file, { url }) => {
  const doc = await showPage(sourceOf(file));
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  const everything = { childList: true, attributes: true, characterData: true, subtree: true };
  observer.observe(doc, everything);
  const before = doc.documentElement.outerHTML;
  const { root } = readArticle(doc, url);
  if (root === null) throw new Error('no root');
  const blocks = readBlocks(root);
  const layer = new MarkLayer(CSS.highlights);
  layer.draw(true, 'underline');
  const lost = layer.add(marksIn(blocks));
  watchBlocks(root, { onRewritten: () => undefined, onChanged: () => undefined }, off.signal);
  await new Promise((resolve) => setTimeout(resolve, 50));
  records.push(...observer.takeRecords());
  expect(lost).toBe(0);
  expect(layer.placed.length).toBeGreaterThan(0);
  expect(records).toEqual([]);
  expect(doc.documentElement.outerHTML).toBe(before);
});

test('the test above would see a change', async () => {
  const doc = await showPage('<p>текст</p>');
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(doc, { childList: true, subtree: true });
  doc.body.append('ещё');
  records.push(...observer.takeRecords());
  expect(records).toHaveLength(1);
});

function shown(html: string): { layer: MarkLayer; blocks: Block[] } {
  document.body.innerHTML = html;
  const blocks = readBlocks(document.body);
  const layer = new MarkLayer(CSS.highlights);
  layer.draw(true, 'underline');
  layer.add(marksIn(blocks));
  return { layer, blocks };
}

test('sure and light marks stand under names that say nothing', () => {
  shown('<p>Аким <b>Нурлан</b> Бекетов. Позже Бекетов ушёл.</p>');
  expect(wordsOf('sure')).toEqual(['Нурлан Бекетов']);
  expect(wordsOf('light')).toEqual(['Бекетов']);
  expect([...CSS.highlights.keys()].join(' ')).not.toMatch(/uade|бекетов|beketov|promise/i);
});

test('the style is changed, switched off and on again', () => {
  const { layer } = shown('<p>Аким Нурлан Бекетов.</p>');
  layer.draw(true, 'tint');
  expect([...CSS.highlights.keys()].sort()).toEqual(['sure-tint']);
  layer.draw(false, 'tint');
  expect([...CSS.highlights.keys()]).toEqual([]);
  layer.draw(true, 'underline');
  expect(wordsOf('sure')).toEqual(['Нурлан Бекетов']);
});

test('a mark whose words are no longer there is not placed', () => {
  document.body.innerHTML = '<p>Аким Нурлан Бекетов.</p>';
  const blocks = readBlocks(document.body);
  const marks = marksIn(blocks);
  document.body.replaceChildren();
  const layer = new MarkLayer(CSS.highlights);
  expect(layer.add(marks)).toBe(1);
});

test('a point on the words hits, a point beside them does not', () => {
  const { layer } = shown(
    '<p style="width:600px">Аким <a href="#">Нурлан <b>Бекетов</b></a> пришёл.</p>',
  );
  const [mark] = layer.placed;
  if (mark === undefined) throw new Error('no mark');
  const [box] = layer.boxes(mark);
  if (box === undefined) throw new Error('no box');
  const hit = (x: number, y: number) => layer.at(x, y, document.elementFromPoint(x, y));
  expect(hit(box.left + 5, box.top + box.height / 2)).toBe(mark);
  expect(hit(box.left - 20, box.top + 5)).toBeNull();
  expect(hit(550, box.top + 5)).toBeNull();
  expect(hit(box.left + 5, box.bottom + 60)).toBeNull();
});

/** Keeps marks up with the page, as the session does. */
function follow(layer: MarkLayer, first: readonly Block[]): () => readonly Block[] {
  let blocks: readonly Block[] = first;
  let queue = Promise.resolve();
  const keepUp = async (nodes: ReadonlySet<Node>, hasRemoved: boolean): Promise<void> => {
    const change = { nodes, hasRemoved, stale: new Set<Block>() };
    const now = await reread(blocks, change, document.body, async (scope) => readBlocks(scope));
    ({ blocks } = now);
    const standing = new Set(blocks);
    layer.remove(({ block }) => !standing.has(block));
    layer.add(marksIn(now.added));
  };
  watchBlocks(
    document.body,
    {
      onRewritten: () => undefined,
      onChanged: (...change) => {
        queue = queue.then(() => keepUp(...change));
      },
    },
    off.signal,
  );
  return () => blocks;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

test.each([
  [
    'a paragraph is added',
    () => document.querySelector('div')?.insertAdjacentHTML('beforeend', '<p>Снова Бекетов.</p>'),
    ['Бекетов', 'Бекетов'],
  ],
  [
    'a paragraph comes first',
    () => document.querySelector('div')?.insertAdjacentHTML('afterbegin', '<p>Снова Бекетов.</p>'),
    ['Бекетов', 'Бекетов'],
  ],
  [
    'an inline tag is added',
    () => document.querySelector('p')?.insertAdjacentHTML('beforeend', ' <b>И Бекетов</b>'),
    ['Бекетов', 'Бекетов'],
  ],
  [
    'the text is rewritten',
    () => {
      const p = document.querySelector('p');
      if (p?.firstChild) p.firstChild.nodeValue = 'Теперь тут Бекетова нет.';
    },
    ['Бекетова'],
  ],
  [
    'white space comes before the words',
    () => {
      const p = document.querySelector('p');
      if (p?.firstChild) p.firstChild.nodeValue = `   ${p.firstChild.nodeValue}`;
    },
    ['Бекетов'],
  ],
  ['the paragraph goes', () => document.querySelector('p')?.remove(), []],
  [
    'an aside is added',
    () => document.body.insertAdjacentHTML('beforeend', '<aside><p>Бекетов</p></aside>'),
    ['Бекетов'],
  ],
  [
    'an editor is added',
    () =>
      document.body.insertAdjacentHTML('beforeend', '<div contenteditable><p>Бекетов</p></div>'),
    ['Бекетов'],
  ],
])('when %s, marks follow', async (_, change, expected) => {
  const { layer, blocks } = shown('<div><p>Пришёл Бекетов и сел.</p><p>Без имён.</p></div>');
  const now = follow(layer, blocks);
  change();
  await settled();
  expect(wordsOf('light')).toEqual(expected);
  const inOrder = readBlocks(document.body).map(({ text }) => text);
  expect(now().map(({ text }) => text)).toEqual(inOrder);
});

test('digits that tick are no news', async () => {
  document.body.innerHTML = '<p id="clock">12:00</p>';
  let reports = 0;
  const onReport = () => reports++;
  watchBlocks(document.body, { onRewritten: onReport, onChanged: onReport }, off.signal);
  for (let i = 0; i < 20; i++) {
    const clock = document.getElementById('clock');
    if (clock !== null) clock.textContent = `12:${i + 10}`;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await settled();
  expect(reports).toBe(0);
});

test('a page of React re-renders under the marks without a fault', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  let next: () => void = () => undefined;
  function App() {
    const [turn, setTurn] = useState(0);
    next = () => setTurn(turn + 1);
    const lines = Array.from({ length: 5 }, (_, i) =>
      createElement(
        'p',
        { key: (i + turn) % 7 },
        'Строка ',
        i + turn,
        ': ',
        createElement('b', null, 'Нурлан Бекетов'),
        ' сказал.',
      ),
    );
    return createElement('div', null, ...(turn === 2 ? lines.slice(2) : lines));
  }
  const host = document.createElement('main');
  document.body.append(host);
  const root = createRoot(host);
  await act(async () => root.render(createElement(App)));
  const blocks = readBlocks(document.body);
  const layer = new MarkLayer(CSS.highlights);
  layer.draw(true, 'underline');
  layer.add(marksIn(blocks));
  follow(layer, blocks);
  for (let turn = 0; turn < 4; turn++) {
    await act(async () => next());
    await settled();
    const count = host.querySelectorAll('p').length;
    expect(wordsOf('sure')).toEqual(Array(count).fill('Нурлан Бекетов'));
  }
  await act(async () => root.unmount());
});

test('words inside an open shadow root are hit too', () => {
  document.body.innerHTML = '<div id="host"></div>';
  const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
  if (shadow === undefined) throw new Error('no host');
  shadow.innerHTML = '<p>Аким Нурлан Бекетов.</p>';
  const layer = new MarkLayer(CSS.highlights);
  layer.draw(true, 'underline');
  layer.add(marksIn(readBlocks(document.body)));
  const [mark] = layer.placed;
  const box = mark === undefined ? undefined : layer.boxes(mark)[0];
  if (mark === undefined || box === undefined) throw new Error('no mark');
  const [x, y] = [box.left + 5, box.top + box.height / 2];
  expect(layer.at(x, y, shadow.elementFromPoint(x, y))).toBe(mark);
});

/** More names than are all drawn, one a line of 40 pixels, each with its number; in parts of 15 lines. */
function manyLines(count: number, around: readonly [string, string]): MarkLayer {
  window.scrollTo(0, 0);
  const lines = Array.from({ length: count }, (_, i) => `<p>Строка ${i}: Бекетов${i} сказал.</p>`);
  const parts: string[] = [];
  while (lines.length > 0) parts.push(`<div>${lines.splice(0, 15).join('')}</div>`);
  document.body.innerHTML = `<style>p{height:40px;margin:0}</style>${around.join(parts.join(''))}`;
  const blocks = readBlocks(document.body);
  const layer = new MarkLayer(CSS.highlights, document.body);
  layer.nearMarks = (...given) => new NearMarks(...given);
  off.signal.addEventListener('abort', () => layer.remove(() => true));
  layer.draw(true, 'underline');
  layer.add(
    marksIn(blocks).map(({ mark, block }) => {
      const text = /Бекетов\d+/.exec(block.text)?.[0] ?? '';
      return { block, mark: { ...mark, end: mark.start + text.length, text } };
    }),
  );
  return layer;
}
const frames = async (count = 2): Promise<void> => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
};
/** Numbers of the lines that are seen in the window, wholly or in part. */
function seenLines(): number[] {
  return [...document.querySelectorAll('p')].flatMap((line, number) => {
    const { top, bottom, height } = line.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < window.innerHeight ? [number] : [];
  });
}
function drawnLines(): number[] {
  return wordsOf('light')
    .map((text) => Number(text.replace('Бекетов', '')))
    .sort((a, b) => a - b);
}

test.each<readonly [string, number, readonly [string, string], () => void]>([
  ['to its end', 2, ['', ''], () => window.scrollTo(0, document.body.scrollHeight)],
  ['to a line', 2, ['', ''], () => document.querySelectorAll('p')[1234]?.scrollIntoView()],
  [
    'in a part that scrolls by itself',
    2,
    ['<div id="part" style="height:100vh;overflow:auto">', '</div>'],
    () => document.getElementById('part')?.scrollTo(0, 30_000),
  ],
  [
    'by a transform of the whole',
    12,
    ['<main>', '</main>'],
    () => document.querySelector('main')?.style.setProperty('transform', 'translateY(-30000px)'),
  ],
  [
    'when what came before is folded',
    12,
    ['', ''],
    () => {
      for (const part of [...document.querySelectorAll('div')].slice(0, 80)) part.hidden = true;
    },
  ],
])(
  'of many marks those near the window are drawn: after a jump %s',
  async (_, count, around, jump) => {
    const layer = manyLines(2000, around);
    await frames();
    expect(layer.placed).toHaveLength(2000);
    const before = drawnLines();
    expect(before).toEqual(expect.arrayContaining(seenLines()));
    expect(before.length).toBeLessThan(400);
    jump();
    await frames(count);
    const seen = seenLines();
    expect(seen.length).toBeGreaterThan(5);
    expect(seen[0]).toBeGreaterThan(before.at(-1) ?? Number.NaN);
    expect(drawnLines()).toEqual(expect.arrayContaining(seen));
    expect(drawnLines().length).toBeLessThan(400);
    expect(drawnLines().filter((line) => before.includes(line))).toEqual([]);
  },
);

test('of many marks in folded parts, those of a part are drawn when it is unfolded', async () => {
  // The page is as high as the window before and after: nothing but the click tells of it.
  manyLines(300, ['<main style="height:700px">', '</main>']);
  const parts = [...document.querySelectorAll('div')];
  for (const part of parts) part.hidden = true;
  await frames(20);
  expect(drawnLines()).toEqual([]);
  const part = parts[11];
  if (part === undefined) throw new Error('no such part');
  document.querySelector('main')?.addEventListener('click', () => (part.hidden = false));
  document.querySelector('main')?.click();
  await frames(20);
  expect(drawnLines()).toEqual(Array.from({ length: 15 }, (_, i) => 165 + i));
});

test('a mark that is not drawn can still be measured; when few are left, all are drawn', async () => {
  const layer = manyLines(2000, ['', '']);
  await frames();
  const last = layer.placed.at(-1);
  if (last === undefined) throw new Error('no mark');
  expect(drawnLines()).not.toContain(1999);
  expect(layer.boxes(last)[0]?.top).toBeGreaterThan(50_000);
  const left = new Set(layer.placed.slice(-150));
  layer.remove((placed) => !left.has(placed));
  expect(drawnLines()).toHaveLength(150);
  layer.draw(false, 'underline');
  expect([...CSS.highlights.keys()]).toEqual([]);
});

test.each([
  ['pinned to the window', 'p:nth-of-type(8){position:fixed;top:0}'],
  ['set high above its place', 'p:nth-of-type(8){position:absolute;top:100px}'],
])('of many marks one that stands out of order is drawn: %s', async (_, style) => {
  manyLines(2000, ['<main>', '</main>']);
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.body.append(sheet);
  await expect
    .poll(() => drawnLines(), { timeout: 5_000 })
    .toEqual(expect.arrayContaining(seenLines()));
  const seen = seenLines();
  expect(seen.some((line) => line > 200)).toBe(true);
});
