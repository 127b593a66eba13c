import { pluralEn } from '../plurals';
import type { GistCounts, ruCard } from '../ru/ui-card';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function gist({ inherited, own, closed }: GistCounts): string {
  const parts = [
    inherited > 0
      ? `From predecessors: ${inherited} ${pluralEn(inherited, 'promise', 'promises')}`
      : '',
    own > 0 ? (inherited > 0 ? `own: ${own}` : `Own promises: ${own}`) : '',
    closed > 0 ? `${inherited + own > 0 ? 'closed' : 'Closed'}: ${closed}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The card at a name in an article. */
export const enCard: typeof ruCard = {
  label: (name) => `Promises: ${name}`,
  loading: 'Opening the book of promises…',
  officeOn: (office, date) => `${office}, ${date}`,
  dateFrom: {
    jsonLd: 'date from the article',
    meta: 'date from the article',
    time: 'date from the article',
    visible: "date from the article's text",
    none: 'date not known',
  },
  undated:
    'The date of the article is not known, so nothing is said here about what came with the office.',
  noOffice: (date) => `office not established, ${date}`,
  gist,
  inherited: 'Inherited from predecessors',
  own: () => 'Own promises',
  closed: 'Closed in this person’s time',
  leftBehind: 'Left behind in earlier offices',
  fromUnnamed: 'from a predecessor whom the source does not name',
  from: (name) => `from ${name}`,
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
  outsidePowers: 'outside the powers of the office',
  more: (n) => `show ${n} more`,
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
  whyOffice: (office, date) => `The office is the one held ${date}: ${office}.`,
  whyInherited:
    'A promise belongs to the office: while it is open, whoever holds the office answers for it.',
  failed: 'The book of promises could not be read',
  failedHint: 'Close the card and open it again. If that does not help, reload the page.',
};
