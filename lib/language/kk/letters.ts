import type { LetterFacts, Letters } from '../letters';

function spoken({ saidOn, office, maker, matter, dueOn }: LetterFacts): string {
  const when = saidOn === null ? 'Уәде айтылды' : `Уәде айтылды (${saidOn})`;
  const who = maker === null ? `${office}; дереккөз атын атамайды` : `${office}, ${maker}`;
  const term = dueOn === null ? 'Мерзімі аталмаған.' : `Аталған мерзім: ${dueOn}.`;
  return `${when}: «${matter}». Уәде берген: ${who}. ${term}`;
}

const BLANK = '______________________________';

/** Texts to an akimat in Kazakh. They accuse nobody: what was said, by whom, where it stands, and three questions. */
export const kkLetters: Letters = {
  question: (facts) =>
    [
      spoken(facts),
      facts.isInherited ? 'Уәде лауазым атынан берілген және қазіргі басшыға өткен.' : '',
      'Осы уәде бойынша не істелді, не қалды және қашан аяқталады? Егер одан бас тартылса, себебі қандай?',
      `Дереккөз: ${facts.source}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  inquiry: (
    facts,
  ) => `Кімге: ${facts.office}${facts.holder === null ? ' (лауазымды кім атқаратыны ашық дереккөздер бойынша анықталмаған)' : `, ${facts.holder}`}
Кімнен: ${BLANK}
Мекенжайы, телефоны: ${BLANK}

Өтініш

${spoken(facts)}
Дереккөз: ${facts.source}

Ашық дереккөздер бойынша (${facts.today}): ${facts.status}.
Уәде лауазым атынан берілген, сондықтан оған лауазымды атқарып отырған адам жауап береді.

Мыналарды хабарлауыңызды сұраймын:
1. Осы уәде бойынша не істелді, қандай құжаттар негізінде және қандай қаражатқа.
2. Не істеу қалды, оған кім жауапты және мерзімі қандай.
3. Егер уәдеден бас тартылса немесе мерзімі өзгертілсе — оны кім, қашан және неліктен шешті.

Заңда белгіленген мерзімде жазбаша жауап беруіңізді сұраймын.

Күні: ${facts.today}
Қолы: ${BLANK}`,
  answer: (matter) => `«${matter}» уәдесі туралы жауап: `,
};
