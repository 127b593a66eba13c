import { AKIM } from './scene-ledger';

/** A script of the page's own. */
export const script = (code: string): string => `<script>${code}</script>`;

/** A page that means no good, or is a burden. */
export interface Hostile {
  readonly name: string;
  readonly head?: string;
  readonly body?: string;
  /** Left out in Firefox, where nothing of it differs from the others. */
  readonly onlyChromium?: true;
  /** Texts that are marked in the end. */
  readonly marked: readonly string[];
}

/** Each of them does to the page's own world, or to the page, what a page may do. */
export const HOSTILE_PAGES: readonly Hostile[] = [
  {
    // But for those that the test itself needs in the page's world.
    name: 'built-ins that read and draw throw',
    head: script(`
      const broken = () => { throw new Error('broken'); };
      for (const name of ['filter', 'flatMap', 'forEach', 'sort', 'some', 'every', 'reduce']) Array.prototype[name] = broken;
      for (const name of ['replace', 'match', 'matchAll', 'normalize', 'codePointAt']) String.prototype[name] = broken;
      Element.prototype.attachShadow = broken;
      Document.prototype.createTreeWalker = broken;
      Element.prototype.checkVisibility = Element.prototype.closest = broken;
      globalThis.MutationObserver = globalThis.StaticRange = globalThis.Highlight = broken;
      globalThis.requestIdleCallback = broken;
    `),
    marked: [AKIM],
  },
  {
    name: 'setters on Object.prototype',
    head: script(`
      for (const name of ['marks', 'blocks', 'personId', 'call', 'request', 'then'])
        Object.defineProperty(Object.prototype, name, { configurable: true, set() { throw new Error(name); } });
    `),
    marked: [AKIM],
  },
  {
    name: 'elements named like properties of document and window',
    body: '<form id="f"><input name="body"><input name="documentElement"><img name="getElementById"></form><img name="createElement"><div id="CSS"></div><div id="Node"></div><a id="location"></a>',
    marked: [AKIM],
  },
  {
    name: 'a highlight registry full of the page’s own',
    head: script(`
      for (let n = 0; n < 500; n++) CSS.highlights.set('own-' + n, new Highlight());
    `),
    marked: [AKIM],
  },
  {
    name: 'right to left',
    head: '<style>html{direction:rtl}</style>',
    onlyChromium: true,
    marked: [AKIM],
  },
  {
    name: 'display: contents',
    head: '<style>article,.text,p{display:contents}</style>',
    onlyChromium: true,
    marked: [AKIM],
  },
  {
    name: 'shadow roots 300 deep',
    head: script(`
      addEventListener('DOMContentLoaded', () => {
        let at = document.querySelector('.text');
        for (let n = 0; n < 300; n++) {
          const inner = document.createElement('div');
          at.append(inner);
          at = inner.attachShadow({ mode: 'open' });
        }
        at.innerHTML = '<p>конец</p>';
      });
    `),
    marked: [AKIM],
  },
  {
    name: '40 frames of the same site',
    body: '<iframe srcdoc="<p>кадр</p>"></iframe>'.repeat(40),
    onlyChromium: true,
    marked: [AKIM],
  },
  {
    name: '50,000 nodes',
    body: `<div>${'<i>а</i><b>б</b>'.repeat(12_500)}</div>`,
    marked: [AKIM],
  },
  { name: '10 MB of text', body: `<p>${'слово и дело '.repeat(400_000)}</p>`, marked: [AKIM] },
  {
    name: 'the whole page is an editor',
    head: script(`addEventListener('DOMContentLoaded', () => { document.designMode = 'on'; });`),
    marked: [],
  },
];

/** Takes away at once whatever is put beside the page's body. */
export const REMOVER = `
  globalThis.removed = 0;
  globalThis.guard = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) { node.remove(); removed++; }
  });
  addEventListener('load', () => guard.observe(document.documentElement, { childList: true }));
`;
