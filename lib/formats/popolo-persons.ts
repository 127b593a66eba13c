import type { Gender, Lang, Person, PersonName } from '@/lib/ledger/records';
import { asText, type Fields, objectsIn } from './json-reading';
import type { Leavings } from './not-carried';
import { langOfName, splitName } from './person-names';
import { inOrder, isFilled, langIn, noteIn } from './popolo-fields';
import { MULTILINGUAL } from './popolo-file';

/** A Popolo person; none when it lacks an id or a name of two words, which is then counted. */
export function personIn(fields: Fields, left: Leavings): readonly Person[] {
  const id = asText(fields['id']);
  const written = asText(fields['name']);
  const main = partsIn(fields) ?? (written === null ? null : splitName(written));
  if (id === null || main === null) {
    left.record('persons', id ?? written ?? '', 'needs an id, a family name and a given name');
    return [];
  }
  const lang = langIn(fields['lang']) ?? langOfName(`${main.family} ${main.given}`);
  const others = objectsIn(fields['other_names']);
  const names = new Map<Lang, PersonName>([[lang, main]]);
  const otherNames = others.flatMap((other) => {
    const name = asText(other['name']);
    const otherLang = langIn(other['lang']);
    const parts = partsIn(other) ?? (name === null ? null : splitName(name));
    if (other['note'] === MULTILINGUAL && otherLang && parts && !names.has(otherLang)) {
      names.set(otherLang, parts);
      return [];
    }
    return name === null ? [] : [{ name, ...noteIn(other) }];
  });
  const asWritten = writtenOtherwise(written, main, fields);
  return [
    {
      id,
      gender: genderIn(fields['gender'], left),
      name: inOrder(names),
      otherNames: [...asWritten, ...otherNames],
      identifiers: objectsIn(fields['identifiers']).flatMap(identifierIn),
    },
  ];
}

/** A name in one text that was taken apart is kept as it stood. */
function writtenOtherwise(written: string | null, main: PersonName, fields: Fields) {
  if (written === null || partsIn(fields)) return [];
  const plain = [main.given, main.patronymic, main.family].filter(Boolean).join(' ');
  return written === plain ? [] : [{ name: written, note: 'as written in the source' }];
}

function partsIn(fields: Fields): PersonName | null {
  const [family, given] = [asText(fields['family_name']), asText(fields['given_name'])];
  const patronymic = asText(fields['patronymic_name']);
  if (family === null || given === null) return null;
  return patronymic === null ? { family, given } : { family, given, patronymic };
}

function genderIn(value: unknown, left: Leavings): Gender | null {
  if (value === 'male' || value === 'female') return value;
  if (isFilled(value)) left.field('persons[].gender', 'neither male nor female');
  return null;
}

function identifierIn(fields: Fields) {
  const [scheme, identifier] = [asText(fields['scheme']), asText(fields['identifier'])];
  return identifier === null ? [] : [{ scheme: scheme ?? 'unknown', identifier }];
}
