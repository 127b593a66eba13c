import type { Fault } from './faults';
import type { Kind, Ledger, Person, PersonName, Text } from './records';

/** Texts in too few languages or with letters of two scripts in one word, and persons recorded twice. */
export function faultsOfTexts(ledger: Ledger): readonly Fault[] {
  const faults: Fault[] = [];
  for (const a of ledger.areas) {
    faults.push(...ofText('area', a.id, 'name', a.name));
    a.otherNames.forEach((other, i) =>
      faults.push(...ofString('area', a.id, `otherNames[${i}].name`, other.name)),
    );
  }
  for (const p of ledger.posts) faults.push(...ofText('post', p.id, 'label', p.label));
  for (const p of ledger.persons) faults.push(...ofPerson(p));
  for (const p of ledger.promises) {
    faults.push(...ofText('promise', p.id, 'text', p.text));
    if (p.quote !== null) faults.push(...ofString('promise', p.id, 'quote', p.quote));
  }
  for (const e of ledger.statusEvents)
    if (e.note) faults.push(...ofText('statusEvent', e.id, 'note', e.note, []));
  for (const r of ledger.replies) faults.push(...ofText('reply', r.id, 'text', r.text, []));
  return [...faults, ...samePersons(ledger), ...sameIdentifiers(ledger)];
}

const LANGS = ['ru', 'kk', 'en'] as const;

function ofText(
  kind: Kind,
  id: string,
  field: string,
  text: Text,
  wanted: readonly (keyof Text)[] = LANGS,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const lang of LANGS) {
    const value = text[lang];
    if (value === undefined) {
      if (wanted.includes(lang)) faults.push(missing(kind, id, `${field}.${lang}`, lang));
    } else if (value.trim() === '') faults.push(empty(kind, id, `${field}.${lang}`));
    else faults.push(...ofString(kind, id, `${field}.${lang}`, value, lang));
  }
  if (LANGS.every((lang) => text[lang] === undefined)) faults.push(empty(kind, id, field));
  return faults;
}

function missing(kind: Kind, id: string, field: string, lang: string): Fault {
  const message = `${kind} ${id}: ${field} is missing, so readers of ${lang} see another language.`;
  return { code: 'missingLanguage', severity: 'doubt', kind, id, field, message };
}

function empty(kind: Kind, id: string, field: string): Fault {
  const message = `${kind} ${id}: ${field} is empty.`;
  return { code: 'emptyText', severity: 'error', kind, id, field, message };
}

function ofPerson(p: Person): readonly Fault[] {
  const faults: Fault[] = [];
  for (const lang of LANGS) {
    const name = p.name[lang];
    if (!name) continue;
    const parts = [
      ['family', name.family],
      ['given', name.given],
      ['patronymic', name.patronymic],
    ] as const;
    for (const [part, value] of parts) {
      const field = `name.${lang}.${part}`;
      if (value === undefined) continue;
      if (value.trim() === '') faults.push(empty('person', p.id, field));
      else faults.push(...ofString('person', p.id, field, value));
    }
  }
  if (LANGS.every((lang) => !p.name[lang])) faults.push(empty('person', p.id, 'name'));
  p.otherNames.forEach((other, i) =>
    faults.push(...ofString('person', p.id, `otherNames[${i}].name`, other.name)),
  );
  return faults;
}

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const GREEK = /\p{Script=Greek}/u;
/** A Latin letter that stands alone where a Russian or Kazakh word of one letter is meant. */
const LONE_LATIN = /(?<![\p{L}\p{N}-])[aeopcyxi](?![\p{L}\p{N}-])/gu;

function hasTwoScripts(text: string): boolean {
  return [LATIN, CYRILLIC, GREEK].filter((script) => script.test(text)).length > 1;
}

/** Words whose letters look alike and belong to two scripts: no search finds them. */
function ofString(
  kind: Kind,
  id: string,
  field: string,
  value: string,
  lang?: keyof Text,
): readonly Fault[] {
  const mixed = hasTwoScripts(value) ? (value.match(WORD) ?? []).filter(hasTwoScripts) : [];
  const lone = lang === 'ru' || lang === 'kk' ? (value.match(LONE_LATIN) ?? []) : [];
  return [...mixed, ...lone].map((word) => {
    const message = `${kind} ${id}: in ${field} the word ${word} mixes look-alike letters of two scripts.`;
    return { code: 'lookAlikeLetters', severity: 'error', kind, id, field, message };
  });
}

/** Persons of one folded name in one post. */
function samePersons(ledger: Ledger): readonly Fault[] {
  const persons = new Map(ledger.persons.map((p) => [p.id, p]));
  const seen = new Map<string, string>();
  const found = new Map<string, Fault>();
  for (const m of ledger.memberships) {
    const person = persons.get(m.personId);
    for (const name of person ? foldedNames(person) : []) {
      const key = `${m.postId} ${name}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, m.personId);
      else if (other !== m.personId) {
        const [otherId = other, id = other] = [other, m.personId].sort();
        found.set(`${id} ${otherId}`, twice(id, otherId, m.postId));
      }
    }
  }
  return [...found.values()];
}

function twice(id: string, otherId: string, postId: string): Fault {
  return {
    code: 'duplicatePerson',
    severity: 'error',
    kind: 'person',
    id,
    field: 'name',
    otherId,
    message: `person ${id}: it has the name of ${otherId}, and both held the post ${postId}.`,
  };
}

function foldedNames({ name }: Person): readonly string[] {
  return LANGS.flatMap((lang) => {
    const inLang = name[lang];
    return inLang ? [`${lang} ${foldName(inLang)}`] : [];
  });
}

function foldName({ family, given }: PersonName): string {
  const fold = (part: string): string =>
    part
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[^\p{L}\p{N}]/gu, '');
  return `${fold(family)} ${fold(given)}`;
}

/** One identifier of one scheme names one person. */
function sameIdentifiers(ledger: Ledger): readonly Fault[] {
  const seen = new Map<string, string>();
  return ledger.persons.flatMap(({ id, identifiers }) =>
    identifiers.flatMap(({ scheme, identifier }, i): readonly Fault[] => {
      const key = `${scheme} ${identifier}`;
      const otherId = seen.get(key);
      seen.set(key, otherId ?? id);
      if (otherId === undefined) return [];
      const message = `person ${id}: ${scheme} ${identifier} belongs to ${otherId} too.`;
      const field = `identifiers[${i}]`;
      const code = 'duplicateIdentifier';
      return [{ code, severity: 'error', kind: 'person', id, field, otherId, message }];
    }),
  );
}
