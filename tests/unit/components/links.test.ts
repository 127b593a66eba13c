import { describe, expect, it } from 'vitest';
import { personHref, postHref, promiseHref, routeOf } from '@/components/ledger/links';

describe('addresses inside the ledger', () => {
  it.each([
    [postHref('akim-331010000'), 'post', 'akim-331010000'],
    [personHref('әділ/ов?#'), 'person', 'әділ/ов?#'],
    [promiseHref('0193-a'), 'promise', '0193-a'],
  ])('%s leads to a %s', (href, kind, id) => {
    expect(routeOf(href)).toEqual({ kind, id });
  });

  it.each(['', '#/', '#/area/1', '#/post/', '#/post/a/b', 'post/1'])('%s leads nowhere', (hash) => {
    expect(routeOf(hash)).toBeNull();
  });
});
