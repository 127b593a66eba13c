import type { LetterFacts, Letters } from '../letters';

function spoken({ saidOn, office, maker, matter, dueOn }: LetterFacts): string {
  const when = saidOn === null ? 'Прозвучало обещание' : `Прозвучало обещание (${saidOn})`;
  const who = maker === null ? `${office}; имени источник не называет` : `${office}, ${maker}`;
  const term = dueOn === null ? 'Срок назван не был.' : `Названный срок: ${dueOn}.`;
  return `${when}: «${matter}». Кто обещал: ${who}. ${term}`;
}

const BLANK = '______________________________';

/** Texts to an akimat in Russian. They accuse nobody: what was said, by whom, where it stands, and three questions. */
export const ruLetters: Letters = {
  question: (facts) =>
    [
      spoken(facts),
      facts.isInherited ? 'Обещание дано должностью и перешло к нынешнему руководителю.' : '',
      'Что по нему сделано, что осталось и когда будет закончено? Если от него отказались, то почему?',
      `Источник: ${facts.source}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  inquiry: (
    facts,
  ) => `Кому: ${facts.office}${facts.holder === null ? ' (кто занимает должность, по открытым источникам не установлено)' : `, ${facts.holder}`}
От кого: ${BLANK}
Адрес, телефон: ${BLANK}

Обращение

${spoken(facts)}
Источник: ${facts.source}

По открытым источникам на ${facts.today}: ${facts.status}.
Обещание дано от имени должности, поэтому отвечает за него тот, кто её занимает.

Прошу сообщить:
1. Что сделано по этому обещанию, какими документами и на какие средства.
2. Что осталось сделать, кто за это отвечает и в какой срок.
3. Если от обещания отказались или изменили срок — когда, кем и почему это решено.

Прошу ответить письменно в срок, установленный законом.

Дата: ${facts.today}
Подпись: ${BLANK}`,
  answer: (matter) => `Ответ об обещании «${matter}»: `,
};
