/**
 * The floor of marking an article: an extension that knows beforehand where the text stands, sends it to its worker in
 * one message, is answered by one pattern, and draws the first range. Frozen: a change here changes what every figure
 * means.
 */
import fs from 'node:fs';
import path from 'node:path';

const WORKER = `chrome.runtime.onMessage.addListener((text, sender, answer) => {
  answer([...text.matchAll(/\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+/gu)].length);
});
`;

const SCRIPT = `(() => {
  const root = document.querySelector('.text');
  if (root === null) return;
  chrome.runtime.sendMessage(root.textContent, () => {
    const node = root.querySelector('p').firstChild;
    const range = new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 2 });
    CSS.highlights.set('least', new Highlight(range));
  });
})();
`;

/** Writes the extension into a folder. */
export function writeLeastExtension(folder: string, matches: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'least',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches, js: ['least.js'], run_at: 'document_idle' }],
  };
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'worker.js'), WORKER);
  fs.writeFileSync(path.join(folder, 'least.js'), SCRIPT);
}
