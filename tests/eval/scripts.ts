import { join } from 'node:path';
import type { Lang, Ledger, Person, PersonName } from '@/lib/ledger/records';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { readLedgerFolder } from './ledger-folder';

const STARTER_LEDGER = join(import.meta.dirname, '../../tracker/ledger/kz');
const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** A sentence of each language in which a name stands in its dictionary form. */
const SENTENCES: Readonly<Record<Lang, (name: string) => string>> = {
  ru: (name) => `Об этом говорится в письме, которое подписал ${name}, и оно уже у жителей.`,
  kk: (name) => `Бұл туралы ${name} айтты және жауап берді.`,
  en: (name) => `The letter was signed by ${name}, and it is with the residents.`,
};

type Trilingual = Person & { readonly name: Readonly<Record<Lang, PersonName>> };

function isTrilingual(person: Person): person is Trilingual {
  return LANGS.every((lang) => person.name[lang] !== undefined);
}

/** The ledger without one language's names of persons. */
function without(ledger: Ledger, removed: Lang): Ledger {
  const persons = ledger.persons.map((person) => {
    const { [removed]: _, ...name } = person.name;
    return { ...person, name };
  });
  return { ...ledger, persons };
}

/** How many persons were found by one form while the names of one language were missing. */
export interface ScriptScore {
  readonly form: Lang;
  readonly removed: Lang;
  readonly found: number;
  readonly all: number;
  readonly missed: readonly string[];
}

/** Names given only in two scripts, looked for in each of the three; for persons whose ledger has all three. */
export async function scoreScripts(folder = STARTER_LEDGER): Promise<readonly ScriptScore[]> {
  const ledger = readLedgerFolder(folder);
  const persons = ledger.persons.filter(isTrilingual);
  const scores: ScriptScore[] = [];
  for (const removed of LANGS) {
    const gazetteer = memoryGazetteer(without(ledger, removed));
    for (const form of LANGS) {
      const missed: string[] = [];
      for (const { id, name } of persons) {
        const written = `${name[form].given} ${name[form].family}`;
        const mentions = await link([SENTENCES[form](written)], { date: '2024-05-01' }, gazetteer);
        if (!mentions.some(({ personId }) => personId === id)) missed.push(written);
      }
      scores.push({
        form,
        removed,
        found: persons.length - missed.length,
        all: persons.length,
        missed,
      });
    }
  }
  return scores;
}

/** Prints k of n for each form and each removed language. */
export async function run(): Promise<void> {
  const scores = await scoreScripts();
  for (const { form, removed, found, all, missed } of scores) {
    const names = missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`;
    console.log(`scripts: ${form} names without the ${removed} ones: ${found} of ${all}${names}`);
  }
  const sum = (part: 'found' | 'all') => scores.reduce((total, one) => total + one[part], 0);
  console.log(`scripts: ${sum('found')} of ${sum('all')}`);
}
