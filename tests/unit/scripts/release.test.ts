import { expect, test } from 'vitest';
import release from '@/release.json';
import { releaseFaults } from '../../../scripts/release.mjs';

const key = (letter: string) => Buffer.from(letter.repeat(32)).toString('base64');
const FIT = {
  tracker: 'https://tracker.uade.kz',
  keys: [
    { kid: 'one', public: key('a') },
    { kid: 'two', public: key('b') },
  ],
  geckoId: 'extension@uade.kz',
};
const CHANGELOG = '# Changelog\n\n## 1.2.0, 2026-12-01\n\n- …\n';
const faults = (part: Partial<typeof FIT>, version = '1.2.0') =>
  releaseFaults({ ...FIT, ...part }, version, CHANGELOG);

test('a release that is fit has no fault', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ geckoId: '{d1f7a2f2-3f0e-4f7e-9c0b-7b1f0c5a9e11}' })).toEqual([]);
});

test('what the repository holds are stand-ins: no key, nobody’s tracker, nobody’s id', () => {
  expect(releaseFaults(release, '0.1.0', '## 0.1.0, not released')).toEqual([
    'tracker tracker.uade.example is a stand-in',
    'keys must be 2 that differ, the current and the next',
    'geckoId uade@uade.example is a stand-in',
    'CHANGELOG.md has no section "## 0.1.0, YYYY-MM-DD"',
  ]);
});

test.each([
  ['tracker', { tracker: 'http://tracker.uade.kz' }],
  ['tracker', { tracker: 'https://tracker.uade.kz/' }],
  ['tracker', { tracker: 'https://localhost' }],
  ['tracker', { tracker: 'tracker.uade.kz' }],
  ['keys', { keys: FIT.keys.slice(1) }],
  ['keys', { keys: FIT.keys.map(({ kid }) => ({ kid, public: key('a') })) }],
  ['keys', { keys: FIT.keys.map(({ public: same }) => ({ kid: 'one', public: same })) }],
  ['key three', { keys: [...FIT.keys, { kid: 'three', public: 'YQ==' }] }],
  ['geckoId', { geckoId: 'uade' }],
  ['geckoId', { geckoId: 'uade@example.com' }],
  ['geckoId', { geckoId: `${'a'.repeat(80)}@uade.kz` }],
])('one fault of %s in %o', (subject, part) => {
  expect(faults(part)).toEqual([expect.stringContaining(subject)]);
});

test('a version that the changelog does not tell of', () => {
  expect(faults({}, '1.3.0')).toHaveLength(1);
  expect(faults({}, '1.2')).toHaveLength(1);
});
