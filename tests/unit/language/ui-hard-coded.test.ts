import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Comments are for us: Russian and Kazakh examples in them are no strings of the interface. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** What the parser of the build gives for a file: of a node only what is asked here is known. */
const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Texts of a part of JSX that people read: plain ones, and those that an expression chooses between. */
function textsShown(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node['type']) {
    case 'JSXText':
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value'].trim()] : [];
    case 'TemplateLiteral':
      return [node['quasis']].flat().flatMap((one) => {
        const value = isNode(one) ? one['value'] : null;
        return isNode(value) ? [String(value['cooked']).trim()] : [];
      });
    case 'JSXExpressionContainer':
      return textsShown(node['expression']);
    case 'ConditionalExpression':
      return [...textsShown(node['consequent']), ...textsShown(node['alternate'])];
    case 'LogicalExpression':
      return [...textsShown(node['left']), ...textsShown(node['right'])];
    default:
      return [];
  }
}

const READ_OUT = /^(?:aria-label|aria-description|title|alt|placeholder|label)$/;

function ownTexts(node: Readonly<Record<string, unknown>>): readonly string[] {
  if (node['type'] === 'JSXElement' || node['type'] === 'JSXFragment')
    return [node['children']].flat().flatMap(textsShown);
  if (node['type'] !== 'JSXAttribute') return [];
  const name = isNode(node['name']) ? String(node['name']['name']) : '';
  return READ_OUT.test(name) ? textsShown(node['value']) : [];
}

function jsxTexts(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  return [...ownTexts(node), ...Object.values(node).flatMap(jsxTexts)];
}

/** Words shown to people that stand in the code: in JSX, in what is read out of it, and any Cyrillic at all. */
function hardCoded(code: string, file = 'part.tsx'): readonly string[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join());
  const cyrillic = [
    ...withoutComments(code).matchAll(/(['"`])([^'"`\n]*\p{Script=Cyrillic}[^'"`\n]*)\1/gu),
  ];
  return [
    // The beginning of an address is no word of a language; a single letter is a sign.
    ...jsxTexts(program).filter((text) => /\p{L}{2}/u.test(text) && text !== 'https://'),
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
    ['<p>{n} promises kept</p>', 'promises kept'],
    ['<p>Found {n}</p>', 'Found'],
    ["<p>{isKept ? 'Kept' : words.broken}</p>", 'Kept'],
    ['<p>{`Kept ${n} times`}</p>', 'times'],
    ["<p>{name || 'Nobody'}</p>", 'Nobody'],
    ["<a title={isOn ? 'On' : undefined} />", 'On'],
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
    expect(hardCoded(fs.readFileSync(path.join(ROOT, file), 'utf8'), file)).toEqual([]);
  });
});
