import { describe, expect, test } from 'vitest';
import type { Mention } from '@/lib/names/gazetteer';
import { isSound } from './gold-sound';
import { AREAS, ledgerOf, OFFICIALS } from './ledger-of';

const LEDGER = ledgerOf(OFFICIALS, AREAS);
const ARTICLE = {
  id: 'a',
  title: '',
  text: 'Дождь.\nАким Аркатау Инкар Саурова уехала.',
  publishedOn: '2022-05-01',
};
const membershipOf = (person: string): string =>
  LEDGER.memberships.find(({ personId }) => personId === person)?.id ?? '';
const tenure = { kind: 'tenure', membershipId: membershipOf('saurova') } as const;

const NAME: Mention = {
  block: 1,
  start: 13,
  end: 26,
  surface: 'Инкар Саурова',
  outcome: 'sure',
  personId: 'saurova',
  postId: null,
  candidates: ['saurova'],
  light: false,
  reasons: [
    { kind: 'fullName' },
    { kind: 'title', title: 'Аким Аркатау' },
    tenure,
    { kind: 'area', areaId: 'arka' },
  ],
};
const OFFICE: Mention = {
  ...NAME,
  start: 0,
  end: 12,
  surface: 'Аким Аркатау',
  postId: 'akim-arka',
  light: true,
  reasons: [{ kind: 'office', postId: 'akim-arka', date: '2022-05-01' }, tenure],
};
const DOUBT: Mention = {
  ...NAME,
  outcome: 'ambiguous',
  personId: null,
  candidates: ['saurova', 'tauov'],
  light: true,
  reasons: [{ kind: 'namesakes', count: 2 }],
};
const BARE: Mention = {
  ...NAME,
  start: 19,
  surface: 'Саурова',
  light: true,
  reasons: [{ kind: 'bareSurname', anchor: 'saurova' }],
};

test.each([NAME, OFFICE, DOUBT, BARE])('$surface with $reasons is sound', (mention) => {
  expect(isSound(mention, ARTICLE, LEDGER)).toBe(true);
});

describe('not sound is', () => {
  const other = { ...tenure, membershipId: membershipOf('tauov') };
  test.each<[string, Mention]>([
    ['a mention without words', { ...NAME, end: 13, surface: '' }],
    ['other words than those of the text', { ...NAME, start: 14 }],
    ['a doubt with a person', { ...NAME, outcome: 'ambiguous' }],
    ['a sure one without', { ...DOUBT, outcome: 'sure' }],
    ['a person beside other candidates', { ...NAME, candidates: ['saurova', 'tauov'] }],
    ['a person who is no candidate', { ...NAME, candidates: ['tauov'] }],
    ['a candidate twice', { ...DOUBT, candidates: ['tauov', 'tauov'] }],
    ['no reason at all', { ...NAME, reasons: [] }],
    ['a person for what only adds to a reason', { ...NAME, reasons: [tenure] }],
    ['a doubt for a reason to be sure', { ...DOUBT, reasons: [{ kind: 'fullName' }] }],
    ['a full name in the light style', { ...NAME, light: true }],
    ['an office in the full style', { ...OFFICE, light: false }],
    ['a bare surname in the full style', { ...BARE, light: false }],
    ['an office by a full name', { ...OFFICE, reasons: [...OFFICE.reasons, { kind: 'fullName' }] }],
    [
      'a title that the text has not',
      { ...NAME, reasons: [{ kind: 'title', title: 'Аким Тургая' }] },
    ],
    ['an empty title', { ...NAME, reasons: [{ kind: 'title', title: '' }] }],
    ['the term of another', { ...NAME, reasons: [{ kind: 'fullName' }, other] }],
    [
      'an area that nobody knows',
      { ...NAME, reasons: [{ kind: 'fullName' }, { kind: 'area', areaId: 'x' }] },
    ],
    [
      'the office of another post',
      { ...OFFICE, reasons: [{ kind: 'office', postId: 'x', date: '2022-05-01' }] },
    ],
    [
      'the office of another day',
      { ...OFFICE, reasons: [{ kind: 'office', postId: 'akim-arka', date: '2022' }] },
    ],
    ['a surname told by another', { ...BARE, reasons: [{ kind: 'bareSurname', anchor: 'tauov' }] }],
    [
      'one namesake',
      { ...DOUBT, candidates: ['tauov'], reasons: [{ kind: 'namesakes', count: 1 }] },
    ],
    [
      'a holder who is sure and unsure',
      { ...OFFICE, reasons: [...OFFICE.reasons, { kind: 'holderUnsure' }] },
    ],
  ])('%s', (_, mention) => {
    expect(isSound(mention, ARTICLE, LEDGER)).toBe(false);
  });
});
