import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Comments are for us: Russian and Kazakh examples in them are no strings of the interface. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** Words shown to people that stand in the code: between tags, in read-out attributes, and any Cyrillic at all. */
function hardCoded(code: string): readonly string[] {
  const plain = withoutComments(code);
  const between = [...plain.matchAll(/(?<![=\s])>([^<>{}();=]*\p{L}{2,}[^<>{}();=]*)<\//gu)];
  const attributes = [
    ...plain.matchAll(
      /\b(?:aria-label|title|alt|placeholder|aria-description)="([^"]*\p{L}[^"]*)"/gu,
    ),
  ];
  const cyrillic = [...plain.matchAll(/(['"`])([^'"`\n]*\p{Script=Cyrillic}[^'"`\n]*)\1/gu)];
  return [
    ...between.map(([, text = '']) => text.trim()),
    // The beginning of an address is no word of a language.
    ...attributes.map(([, text = '']) => text).filter((text) => text !== 'https://'),
    ...cyrillic.map(([, , text = '']) => text),
  ];
}

function sources(folder: string): readonly string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

describe('the search for hard-coded strings', () => {
  it.each([
    ['<p>Обещаний нет</p>', 'Обещаний нет'],
    ['<button type="button">Save</button>', 'Save'],
    ['<input aria-label="Search" />', 'Search'],
    ["const label = 'Аким';", 'Аким'],
    ['<h1>\n  Two words\n</h1>', 'Two words'],
  ])('finds %s', (code, found) => {
    expect(hardCoded(code)).toContain(found);
  });

  it.each([
    '<p>{words.empty}</p>',
    "<a className='row main' href={href}>{' · '}</a>",
    '// «Аким» is a comment\nconst a = 1;',
    'const f = (n: Map<string, number>): Set<string> => new Set<string>();',
  ])('finds nothing in %s', (code) => {
    expect(hardCoded(code)).toEqual([]);
  });
});

describe('components and entrypoints', () => {
  const files = [...sources('components'), ...sources('entrypoints')];

  it('are looked through', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(files)('%s has no hard-coded string', (file) => {
    expect(hardCoded(fs.readFileSync(path.join(ROOT, file), 'utf8'))).toEqual([]);
  });
});
