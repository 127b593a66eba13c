import { describe, expect, it } from 'vitest';
import { parseClipFile } from '@/lib/wire/clip-file';
import { clipFile } from '../../screens/clips';

/** The file with one change, made on its parsed shape. */
function changed(change: (clip: Record<string, unknown>) => void): string {
  const file = JSON.parse(clipFile());
  change(file.clips[0]);
  return JSON.stringify(file);
}

describe('a file of clips', () => {
  it('is read in every state, with drafts that say nothing yet', () => {
    const parsed = parseClipFile(
      changed((clip) => {
        clip['draft'] = { ...(clip['draft'] as object), text: { ru: '' } };
      }),
    );
    expect(parsed.ok && parsed.value.clips).toHaveLength(8);
  });

  it('keeps what became of the quote on its page', () => {
    const check = {
      checkedOn: '2026-11-25T10:00:00.000Z',
      state: 'changed',
      textDigest: 'b'.repeat(64),
      diff: [
        { was: '5 км', now: '3 км' },
        { was: 'до осени', now: null },
      ],
    };
    const parsed = parseClipFile(changed((clip) => Object.assign(clip, { checks: [check] })));
    expect(parsed.ok && parsed.value.clips[0]?.checks).toEqual([check]);
  });

  it.each([
    ['no JSON', '', ''],
    ['another number of the shape', '{"format":2,"clips":[]}', 'format'],
    ['an id that is none', changed((clip) => Object.assign(clip, { id: '1' })), 'clips[0].id'],
    [
      'an unknown state',
      changed((clip) => Object.assign(clip, { state: { name: 'x' } })),
      'clips[0].state',
    ],
    [
      'a field of somebody else',
      changed((clip) => Object.assign(clip, { script: 1 })),
      'clips[0].script',
    ],
    [
      'an address that runs code',
      changed((clip) => Object.assign(clip['article'] as object, { url: 'javascript:alert(1)' })),
      'clips[0].article.url',
    ],
  ])('with %s is refused by name', (_, text, field) => {
    const parsed = parseClipFile(text);
    expect(parsed.ok ? null : parsed.field).toBe(field);
  });
});
