import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ClipButton } from '@/lib/page/clip-button';
import { placeBeside } from '@/lib/page/place-beside';

let off = new AbortController();
const clip = vi.fn<(range: Range) => Promise<string | null>>(() => Promise.resolve(null));

beforeEach(() => {
  off = new AbortController();
  clip.mockClear();
  document.body.innerHTML =
    '<main style="margin:60px"><p>Улицу Абая заасфальтируем до 1 октября, подрядчик уже определён.</p></main><aside><p>Рядом стоит что-то совсем другое, не статья.</p></aside>';
  const main = document.querySelector('main');
  const accepts = (range: Range) => main?.contains(range.commonAncestorContainer) === true;
  new ClipButton({ mode: 'open', label: () => 'Записать', accepts, clip }, off.signal);
});
afterEach(() => {
  off.abort();
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 400));
/** The host stands beside the body, not in it. */
function button(): HTMLElement | null {
  const hosts = [...document.documentElement.children].filter(
    ({ shadowRoot }) => shadowRoot !== null,
  );
  return hosts[0]?.shadowRoot?.querySelector('button') ?? null;
}
async function select(selector: string): Promise<DOMRect> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`no ${selector}`);
  document.getSelection()?.selectAllChildren(element);
  await settled();
  return element.getBoundingClientRect();
}

test('a selection in the article has a button, which does not cover it', async () => {
  const selected = await select('main p');
  const box = button()?.getBoundingClientRect();
  expect(box?.width).toBeGreaterThan(20);
  expect((box?.top ?? 0) >= selected.bottom || (box?.bottom ?? 0) <= selected.top).toBe(true);
  expect(document.body.contains(document.documentElement.lastElementChild)).toBe(false);
});

test('a selection elsewhere has none', async () => {
  await select('aside p');
  expect(button()).toBeNull();
});

test('a selection of a word has none', async () => {
  const text = document.querySelector('main p')?.firstChild;
  document.getSelection()?.setBaseAndExtent(text ?? document.body, 0, text ?? document.body, 5);
  await settled();
  expect(button()).toBeNull();
});

test('a click clips, keeps the selection and takes the button away', async () => {
  await select('main p');
  const words = String(document.getSelection());
  const shown = button();
  if (shown === null) throw new Error('no button');
  await userEvent.click(shown);
  await settled();
  expect(clip).toHaveBeenCalledOnce();
  expect(String(document.getSelection())).toBe(words);
  expect(button()).toBeNull();
});

test('a click that no hand made clips nothing', async () => {
  await select('main p');
  const shown = button();
  if (shown === null) throw new Error('no button');
  shown.click();
  shown.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settled();
  expect(clip).not.toHaveBeenCalled();
  await userEvent.click(shown);
  expect(clip).toHaveBeenCalledOnce();
});

test('when it fails, it says so in its place', async () => {
  clip.mockImplementationOnce(() => Promise.resolve('Не сохранилось'));
  await select('main p');
  const shown = button();
  if (shown === null) throw new Error('no button');
  await userEvent.click(shown);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const host = document.documentElement.lastElementChild;
  expect(host?.shadowRoot?.querySelector('[role="alert"]')?.textContent).toBe('Не сохранилось');
});

test('Esc takes it away, until another selection is made', async () => {
  await select('main p');
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(button()).toBeNull();
  document.getSelection()?.removeAllRanges();
  await settled();
  await select('main p');
  expect(button()).not.toBeNull();
});

test('it goes with the selection, and with the signal', async () => {
  await select('main p');
  document.getSelection()?.removeAllRanges();
  await settled();
  expect(button()).toBeNull();
  await select('main p');
  off.abort();
  expect(button()).toBeNull();
  await settled();
  expect(button()).toBeNull();
});

test('of a selection that the mouse still draws, it waits for the end', async () => {
  off.abort();
  off = new AbortController();
  document.getSelection()?.selectAllChildren(document.querySelector('main p') ?? document.body);
  new ClipButton(
    { mode: 'open', label: () => 'Записать', accepts: () => true, clip },
    off.signal,
    true,
  );
  await settled();
  expect(button()).toBeNull();
  document.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'mouse' }));
  await settled();
  expect(button()).not.toBeNull();
});

test('of a selection that stands already, it is there without another change', async () => {
  off.abort();
  off = new AbortController();
  document.getSelection()?.selectAllChildren(document.querySelector('main p') ?? document.body);
  new ClipButton({ mode: 'open', label: () => 'Записать', accepts: () => true, clip }, off.signal);
  await settled();
  expect(button()).not.toBeNull();
});

test.each([
  ['below, where there is room', [100, 120], 128],
  [
    "above, at the window's end",
    [window.innerHeight - 30, window.innerHeight - 10],
    window.innerHeight - 70,
  ],
])('the place is %s', (_, [top = 0, bottom = 0], expected) => {
  const boxes = [new DOMRect(50, top, 200, bottom - top)];
  expect(placeBeside(boxes, [100, 32])?.y).toBe(expected + window.scrollY);
});

test('the place stays inside the window', () => {
  const right = window.innerWidth + 50;
  const place = placeBeside([new DOMRect(right, 10, 10, 20)], [120, 32]);
  expect((place?.x ?? 0) + 120).toBeLessThanOrEqual(document.documentElement.clientWidth);
});
