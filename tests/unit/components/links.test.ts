import { describe, expect, it } from 'vitest';
import {
  areaHref,
  askHref,
  CLIPS_HREF,
  decideHref,
  holderHref,
  personHref,
  postHref,
  promiseHref,
  REVIEW_HREF,
  recordHref,
  routeOf,
  sheetHref,
} from '@/components/ledger/links';

describe('addresses inside the ledger', () => {
  it.each([
    [postHref('akim-331010000'), 'post', 'akim-331010000'],
    [personHref('әділ/ов?#'), 'person', 'әділ/ов?#'],
    [promiseHref('0193-a'), 'promise', '0193-a'],
    [areaHref('750000000'), 'area', '750000000'],
    [sheetHref('akim-1'), 'sheet', 'akim-1'],
    [askHref('kz-p05'), 'ask', 'kz-p05'],
    [CLIPS_HREF, 'clips', ''],
    [REVIEW_HREF, 'review', ''],
    [decideHref('0193-a'), 'decide', '0193-a'],
    [recordHref('kz-p05'), 'record', 'kz-p05'],
    [holderHref('akim-1'), 'holder', 'akim-1'],
  ])('%s leads to a %s', (href, kind, id) => {
    expect(routeOf(href)).toEqual({ kind, id });
  });

  it.each([
    '',
    '#/',
    '#/town/1',
    '#/post',
    '#/post/',
    '#/decide',
    '#/post/a/b',
    'post/1',
    '#/post/%E0%A4%A',
  ])('%s leads nowhere', (hash) => {
    expect(routeOf(hash)).toBeNull();
  });
});
