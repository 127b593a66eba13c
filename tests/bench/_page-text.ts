/** Article pages of any length, the same at each run: words drawn by a seeded generator, names among them. */
const WORDS =
  'дорога вода школа район город житель вопрос улица строительство год месяц бюджет проект решение работа срок подрядчик отчёт встреча сельский новый большой обещали сказали сделали будет были также после перед который этого'.split(
    ' ',
  );
const FAMILIES = 'Баталов Омаров Абдраимов Бекетов Серикбаев Жумабеков Ахметов Нургалиев'.split(
  ' ',
);
const GIVEN = 'Амандык Жолан Галымжан Нурлан Ерлан Марат Болат Талгат'.split(' ');

/** Words to a paragraph, as in a news text. */
const PARAGRAPH = 40;
/** One name a hundred words. */
const NAME_EVERY = 100;

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(items: readonly T[], random: () => number, fallback: T): T {
  return items[Math.floor(random() * items.length)] ?? fallback;
}

/** Names that the peers look for: given name and family, then ever more families by number. */
export function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const family = FAMILIES[i % FAMILIES.length] ?? '';
    const given = GIVEN[Math.floor(i / FAMILIES.length) % GIVEN.length] ?? '';
    return i < FAMILIES.length * GIVEN.length ? `${given} ${family}` : `${given} ${family}${i}ский`;
  });
}

/** The inside of an article of so many words, with inline tags here and there. */
export function articleHtml(words: number): string {
  const random = generator(words);
  const paragraphs: string[] = [];
  for (let at = 0; at < words; at += PARAGRAPH) {
    const line: string[] = [];
    for (let i = at; i < Math.min(at + PARAGRAPH, words); i++) {
      const name = `${pick(GIVEN, random, '')} ${pick(FAMILIES, random, '')}`;
      const word = pick(WORDS, random, '');
      if (i % NAME_EVERY === 7) line.push(name);
      else
        line.push(
          i % 29 === 0 ? `<b>${word}</b>` : i % 37 === 0 ? `<a href="/t">${word}</a>` : word,
        );
    }
    paragraphs.push(`<p>\n  Также ${line.join(' ')}.\n</p>`);
  }
  return paragraphs.join('\n');
}
