// Checks that every label of held.jsonl stands at its offset, and that its person, post and term are in the roster.
//   node tests/corpus/gold-hold/check.mjs [folder beside it, default gold-hold]
import { readFileSync } from 'node:fs';

const folder = process.argv[2] ?? 'gold-hold';
const here = (name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8');
const roster = JSON.parse(here('roster.json'));
const rows = here('held.jsonl').trim().split('\n').map((line) => JSON.parse(line));
const faults = [];
for (const { id, publishedOn, text, mentions, allowed } of rows) {
  if (/[{}|]/.test(text)) faults.push(`${id}: a mark was left in the text`);
  let last = 0;
  for (const mark of [...mentions, ...allowed].sort((a, b) => a.start - b.start)) {
    const at = `${id} ${mark.start} «${mark.surface}»`;
    if (text.slice(mark.start, mark.end) !== mark.surface) faults.push(`${at}: not at its offset`);
    if (mark.start < last) faults.push(`${at}: overlaps the label before it`);
    last = mark.end;
    const held = roster.terms.some(([person, post, from, to]) => person === mark.personId && post === mark.postId && from <= publishedOn && (!to || publishedOn <= to));
    if (mark.postId && !held) faults.push(`${at}: ${mark.personId} did not hold ${mark.postId} on ${publishedOn}`);
    for (const person of mark.personId ? [mark.personId] : mark.ambiguous)
      if (!roster.persons.some((row) => row.id === person)) faults.push(`${at}: unknown person ${person}`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`${rows.length} articles, ${rows.reduce((sum, row) => sum + row.mentions.length, 0)} mentions, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
