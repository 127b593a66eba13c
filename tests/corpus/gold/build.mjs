// Turns the hand-marked texts (articles.txt) and the roster (roster.json) into the gold sets and their ledger.
//   node tests/corpus/gold/build.mjs [folder beside it, default gold]
// Marks: {{surface|person}} required name · {{surface|person@post}} required office · {{surface|?a/b}} undecidable ·
// {{surface|~person}} neither required nor wrong. An article begins with a line `# id | lang | date | title`;
// ids that begin with `held` go into the part that rules are never tuned on.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = process.argv[2] ?? 'gold';
const here = (name) => new URL(`../${folder}/${name}`, import.meta.url);
const roster = JSON.parse(readFileSync(here('roster.json'), 'utf8'));
const lines = (records) => `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
const save = (name, text) => writeFileSync(here(name), text);
const text3 = ([ru, kk, en]) => ({ ru, kk, en });
const name3 = (row) =>
  Object.fromEntries(
    ['ru', 'kk', 'en'].flatMap((lang) => {
      const [family, given, patronymic] = (row[lang] ?? '').split(' ');
      return family ? [[lang, { family, given, ...(patronymic && { patronymic }) }]] : [];
    }),
  );

function parseArticle(chunk) {
  const [head, ...body] = chunk.trim().split('\n');
  const [id, lang, publishedOn, title] = head.split('|').map((part) => part.trim());
  const mentions = [];
  const allowed = [];
  let text = '';
  for (const part of body.join('\n').trim().split(/(\{\{.*?\}\})/s)) {
    const mark = /^\{\{(.*)\|([^|]+)\}\}$/s.exec(part);
    if (!mark) {
      text += part;
      continue;
    }
    const [, surface, label] = mark;
    const span = { start: text.length, end: text.length + surface.length, surface };
    text += surface;
    if (label.startsWith('?')) mentions.push({ ...span, personId: null, postId: null, ambiguous: label.slice(1).split('/') });
    else {
      const [personId, postId = null] = label.replace('~', '').split('@');
      if (label.startsWith('~')) allowed.push({ ...span, personId, postId });
      else mentions.push({ ...span, personId, postId, ambiguous: [] });
    }
  }
  return { id, lang, publishedOn: publishedOn === '-' ? null : publishedOn, title, trap: /trap/.test(id), text, mentions, allowed };
}

const known = new Set(roster.persons.map((person) => person.id));
const articles = readFileSync(here('articles.txt'), 'utf8').split(/^# /m).slice(1).map(parseArticle);
const check = (rows) => {
  for (const { id, mentions, allowed } of rows)
  for (const mention of [...mentions, ...allowed])
    for (const person of mention.personId ? [mention.personId] : mention.ambiguous)
      if (!known.has(person)) throw new Error(`${id}: unknown person ${person}`);
};
check(articles);
const trapLines = existsSync(here('traps.txt')) ? readFileSync(here('traps.txt'), 'utf8').trim() : '';
const traps = trapLines.split('\n').filter(Boolean).map((line, index) => {
  const [lang, date, ...text] = line.split(' | ');
  return parseArticle(`trap-${String(index + 1).padStart(3, '0')} | ${lang} | ${date} | \n${text.join(' | ')}`);
});
const jsonl = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
check(traps);
const open = articles.filter((article) => !article.id.startsWith('held'));
if (traps.length > 0) save('traps.jsonl', jsonl(traps));
if (open.length > 0) save('open.jsonl', jsonl(open));
save('held.jsonl', jsonl(articles.filter((article) => article.id.startsWith('held'))));

mkdirSync(here('ledger'), { recursive: true });
save('ledger/ledger.json', `${JSON.stringify({ format: 1, dataset: folder, asOf: '2025-12-31' })}\n`);
save('ledger/areas.json', lines(roster.areas.map(([id, classification, parentId, ...names]) => ({ id, classification, identifier: null, parentId, name: text3(names), otherNames: [] }))));
save('ledger/persons.json', lines(roster.persons.map((row) => ({ id: row.id, gender: row.gender, name: name3(row), otherNames: row.otherNames ?? [], identifiers: [] }))));
save('ledger/posts.json', lines(roster.posts.map(([id, role, areaId, ...labels]) => ({ id, role, areaId, label: text3(labels), startDate: null, endDate: null }))));
save('ledger/memberships.json', lines(roster.terms.map(([personId, postId, startDate, endDate], index) => ({
  id: `t${String(index + 1).padStart(3, '0')}`, personId, postId, startDate, endDate,
  attestedOn: endDate ? [] : ['2025-06-30'], followsId: null, acting: false, sources: [{ url: 'https://roster.example/list' }],
}))));
for (const kind of ['lineages', 'promises', 'stances', 'statusEvents']) save(`ledger/${kind}.json`, '[\n]\n');
console.log(`${articles.length} articles, ${articles.reduce((sum, article) => sum + article.mentions.length, 0)} mentions`);
