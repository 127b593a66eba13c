import { expect, it } from 'vitest';
import { closeBundle, openBundle, promisesIn } from '@/lib/storage/bundle';
import { pledge } from './records';

it('says how many promises are in it, also where it was written before that was kept', () => {
  const bundle = openBundle(undefined);
  for (const id of ['p1', 'p2']) bundle.promise.set(id, pledge(id, 'post'));
  const row = closeBundle('post', bundle);
  if (row === null) throw new Error('a bundle with promises has a row');
  const { promises, ...before } = row;
  expect(promises).toBe(2);
  expect(promisesIn(row)).toBe(2);
  expect(promisesIn(before)).toBe(2);
});
