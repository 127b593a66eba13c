/** What the February 2020 article must show with the starter ledger (issue A, "Must show"). */

const MARKED = [
  { personId: 'batalov-amandyk', words: ['Амандыка Баталова', 'БАТАЛОВ'] },
  { personId: 'abdraimov-galymzhan', words: ['Галымжана АБДРАИМОВА'] },
];
const INHERITED_BY = 'abdraimov-galymzhan';
/** Promises of Taldykorgan whose maker the source does not name: the words that tell them apart. */
const INHERITED = ['дороги', 'КСК', 'стихийную торговлю'];
const UNNAMED = 'от предшественника, которого источник не называет';
const WITHOUT_RECORDS = {
  personId: 'omarov-zholan',
  words: 'Жолана ОМАРОВА',
  heading: 'Найдены, но обещаний не записано',
};
const NOBODY = /жукел|кибраев|кунболатов/iu;

function missingMarks({ marked }) {
  return MARKED.flatMap(({ personId, words }) => {
    const texts = marked.filter((mark) => mark.personId === personId).map((mark) => mark.text);
    const lost = words.filter((word) => !texts.some((text) => text.includes(word)));
    return lost.map((word) => `«${word}» is not marked as ${personId}.`);
  });
}

function missingOnCard({ cards }) {
  const card = cards.find(({ personId }) => personId === INHERITED_BY);
  if (!card) return [`There is no card of ${INHERITED_BY}.`];
  const lines = card.sections.inherited ?? [];
  const lost = INHERITED.filter(
    (word) => !lines.some((line) => line.includes(word) && line.includes(UNNAMED)),
  );
  return lost.map((word) => `«${word}» is not inherited on the card of ${INHERITED_BY}.`);
}

function missingInList({ marked, listed, popup, markedWithAll }) {
  const { personId, words, heading } = WITHOUT_RECORDS;
  const missing = [];
  const found = listed.find((one) => one.personId === personId && one.why === 'noRecords');
  if (!found) missing.push(`${personId} is not listed as found without records.`);
  else if (!popup[heading]?.includes(found.name)) {
    missing.push(`${found.name} does not stand under «${heading}» in the popup.`);
  }
  if (marked.some((mark) => mark.personId === personId)) {
    missing.push(`${personId} is marked although nothing is recorded of him.`);
  }
  const withAll = markedWithAll.filter((mark) => mark.personId === personId);
  if (!withAll.some((mark) => mark.text.includes(words))) {
    missing.push(`«${words}» is not marked under the setting "mark all".`);
  }
  return missing;
}

function wronglyFound({ markedWithAll, marked, listed }) {
  const found = [...marked, ...markedWithAll].map((mark) => mark.text);
  const names = [...found, ...listed.map((one) => one.name)];
  return names
    .filter((name) => NOBODY.test(name))
    .map((name) => `«${name}» is taken for an official.`);
}

/** One sentence for each thing that the line of the check lacks; empty when nothing is missing. */
export function missingInStartingArticle(line) {
  return [
    ...missingMarks(line),
    ...missingOnCard(line),
    ...missingInList(line),
    ...wronglyFound(line),
  ];
}
