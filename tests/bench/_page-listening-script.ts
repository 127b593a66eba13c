/**
 * Beside the floor of a navigation: an extension whose content script can be spoken to, and does nothing else. What it
 * costs over an empty one is the browser's own, the first touch of `chrome.runtime`.
 */
import fs from 'node:fs';
import path from 'node:path';

/** Writes the extension into a folder. */
export function writeListeningExtension(folder: string, matches: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'listening',
    version: '1',
    content_scripts: [{ matches, js: ['listening.js'], run_at: 'document_idle' }],
  };
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  const script = 'chrome.runtime.onMessage.addListener(() => undefined);\n';
  fs.writeFileSync(path.join(folder, 'listening.js'), script);
}
