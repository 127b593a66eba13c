import { dateOfEvent } from '../dates';
import { pluralEn } from '../plurals';
import type { GistFacts, ruCard } from '../ru/ui-card';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const YEARS = 'one two three four five six seven eight nine ten'.split(' ');
const ROLES: Readonly<Record<string, string>> = {
  akim: 'akim',
  deputyAkim: 'deputy akim',
  minister: 'minister',
  president: 'president',
};

function holderWords(holders: GistFacts['holders']): string {
  if (holders === null || holders.nth < 2) return '';
  const nth = ORDINALS[holders.nth - 1] ?? `no. ${holders.nth}`;
  const years = YEARS[holders.years - 1] ?? String(holders.years);
  const role = ROLES[holders.role] ?? 'holder';
  return `${holders.atLeast ? 'at least the ' : ''}${nth} ${role} in ${years} ${pluralEn(holders.years, 'year', 'years')}`;
}

function gist({ holders, inherited, own, closed }: GistFacts): string {
  const parts = [
    holderWords(holders),
    inherited > 0
      ? `${inherited} ${pluralEn(inherited, 'promise', 'promises')} left by predecessors`
      : '',
    own > 0 ? (inherited > 0 ? `own: ${own}` : `own promises: ${own}`) : '',
    closed > 0 ? `closed: ${closed}` : '',
  ].filter((part) => part !== '');
  const line = parts.join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The card at a name in an article. */
export const enCard: typeof ruCard = {
  label: (name) => `Promises: ${name}`,
  loading: 'Opening the book of promises…',
  atDate: (date) => dateOfEvent('en', date),
  officeOn: (office, atDate) => `${office} ${atDate}`,
  dateFrom: {
    jsonLd: 'date from the article',
    meta: 'date from the article',
    time: 'date from the article',
    visible: "date from the article's text",
    none: 'date not known',
  },
  undated:
    'The date of the article is not known, so nothing is said here about what came with the office.',
  noOffice: (atDate) => `office ${atDate} not established`,
  gist,
  inherited: 'Inherited from predecessors',
  own: () => 'Own promises',
  closed: 'Closed in this person’s time',
  leftBehind: 'Left behind in earlier offices',
  fromUnnamed: 'from a predecessor whom the source does not name',
  andMore: (n) => `${n} more ${pluralEn(n, 'person', 'people')}`,
  repeated: (times) => {
    const word = ORDINALS[times - 1];
    return word === undefined ? `promised ${times} times` : `promised for the ${word} time`;
  },
  slipped: (span) => `term moved by ${span}`,
  saidOn: (date) => `said ${date}`,
  saidHere: 'said on this page',
  closedOn: (status, date) => `${status} ${date}`,
  answersNow: (name) => `${name} answers now`,
  weak: 'the source is a copy, not confirmed',
  weakStatus: 'the status rests on a copy, not confirmed',
  replied: 'the office has replied',
  moreSources: (n) => `and ${n} more ${pluralEn(n, 'source', 'sources')} in the book`,
  unclear: 'Whose it is now is not established',
  outside: 'Cannot be rated',
  outsidePowers: 'outside the powers of the office',
  more: (n) => `show ${n} more`,
  moreInBook: (n) => `${n} more in the book`,
  emptyTitle: 'No promises recorded',
  emptyHint: 'If the article holds a promise, select its words and press “Quote”.',
  ownNotes: 'My notes',
  ownNote: 'my note, not checked',
  clip: 'Quote',
  book: 'Whole book',
  notHim: (gender) =>
    gender === null ? 'Someone else?' : gender === 'male' ? 'Not him?' : 'Not her?',
  notHimAsk: 'Where should this person no longer be marked?',
  notHimScope: { mention: 'Only here', page: 'On this page', site: 'On this site' },
  switchOff: 'Switch off on this site',
  menu: 'More actions',
  why: 'why am I seeing this?',
  whyText: (words, name) =>
    `The words “${words}” in the article fit one person in the book: ${name}. The comparison is made on this device; the page is sent nowhere.`,
  whyReasons: {
    fullName: 'The given name and the surname are there.',
    initials: 'The initials and the surname are there.',
    givenPatronymic:
      'There are the given name and patronymic of a person whom the article also names in full.',
    title: 'An office of this person is named beside the name.',
    bareSurname:
      'The surname stands alone; of the people who bear it, the article names only this one.',
    office: 'There is an office without a name; on the article’s date this person held it.',
    area: 'The place of the office fits the article.',
    tenure: 'The book records this person in that office.',
  },
  whyOffice: (office, atDate) => `The office is the one held ${atDate}: ${office}.`,
  whyInherited:
    'A promise belongs to the office: while it is open, whoever holds the office answers for it.',
  failed: 'The book of promises could not be read',
  failedHint: 'Close the card and open it again. If that does not help, reload the page.',
  unknown: 'This person is no longer in the book',
  unknownHint: 'The book was updated while the page was open. Reload the page.',
};
