/**
 * The floor of a navigation: an extension whose content script, on the same addresses and at the same moment as
 * ours, is empty. Frozen: a change here changes what the figure means.
 */
import fs from 'node:fs';
import path from 'node:path';

/** Writes the extension into a folder. */
export function writeEmptyExtension(folder: string, matches: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    content_scripts: [{ matches, js: ['empty.js'], run_at: 'document_idle' }],
  };
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'empty.js'), '(() => undefined)();\n');
}
