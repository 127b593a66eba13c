import { expect, test } from 'vitest';
import { counted, joinOfficials } from '@/entrypoints/reader/finder';
import type { OfficialOnPage } from '@/lib/messaging/protocol';

const SURE: OfficialOnPage = {
  personId: 'omarov',
  name: 'Ерлан Омаров',
  postId: null,
  office: null,
  mentions: 2,
  promises: 1,
  listed: null,
  candidates: [],
};
const UNSURE: OfficialOnPage = {
  ...SURE,
  name: 'Омаров',
  mentions: 1,
  listed: 'onlySurname',
  candidates: ['omarov'],
};
const OF_OFFICE: OfficialOnPage = { ...UNSURE, listed: 'namesakes', postId: 'akim' };

test('one person found for sure, and unsurely in two ways, keeps a row of each', () => {
  expect(joinOfficials([], [SURE, UNSURE, OF_OFFICE])).toEqual([SURE, UNSURE, OF_OFFICE]);
});

test('the same row of a later batch is not shown again', () => {
  const later = { ...SURE, mentions: 5, listed: 'noRecords' } as const;
  expect(joinOfficials([SURE, UNSURE], [later, UNSURE])).toEqual([SURE, UNSURE]);
});

test('of who is marked all marks count, of whatever portion; of others what was found first', () => {
  const marks = [SURE, SURE, { personId: 'another' }, SURE];
  const listed = { ...SURE, personId: 'another', listed: 'noRecords' } as const;
  expect(counted([SURE, listed, UNSURE], marks)).toEqual([
    { ...SURE, mentions: 3 },
    listed,
    UNSURE,
  ]);
  expect(counted([SURE], [])).toEqual([SURE]);
});
