import { describe, expect, test } from 'vitest';
import { EMPTY_LEDGER, indexLedger } from '@/lib/ledger/lookups';
import type { Pledge } from '@/lib/ledger/records';
import { EarlierPromises } from '@/lib/pledges/earlier';

function pledge(id: string, ru: string, saidOn: string, more: Partial<Pledge> = {}): Pledge {
  return {
    id,
    text: { ru },
    quote: null,
    lang: 'ru',
    topic: 'other',
    areaId: 'kz-1',
    personId: 'person-1',
    postId: 'post-1',
    boundTo: 'post',
    saidOn,
    dueOn: null,
    occasion: null,
    speech: 'direct',
    outsidePowers: false,
    repeatsId: null,
    source: { url: 'https://a.example/' },
    ...more,
  };
}

const PROMISES = [
  pledge('road-2018', 'Отремонтировать улицу Абая', '2018-02-01'),
  pledge('road-2020', 'Отремонтировать улицу Абая', '2020-02-01', { repeatsId: 'road-2018' }),
  pledge('school', 'Построить школу в Текели', '2019-01-01'),
  pledge('other-street', 'Отремонтировать улицу Сатпаева', '2019-01-01'),
];
const earlier = new EarlierPromises(
  indexLedger({ ...EMPTY_LEDGER, promises: PROMISES }),
  'ru',
  '2026-11-28',
);

function chainsLike(text: string, saidOn: string): string[][] {
  const matter = { text, lang: 'ru', saidOn, areaId: 'kz-1' } as const;
  return earlier.chainsLike(matter).map(({ links }) => links.map(({ promise }) => promise.id));
}

describe('what was promised before of a matter', () => {
  test('is one chain, the oldest first, however many of its promises are like it', () => {
    expect(chainsLike('Улицу Абая отремонтируем', '2023-05-05')).toEqual([
      ['road-2018', 'road-2020'],
    ]);
  });

  test('is nothing when only the street is another', () => {
    expect(chainsLike('Отремонтируем улицу Толебаева', '2023-05-05')).toEqual([]);
  });

  test('is nothing that was said later', () => {
    expect(chainsLike('Улицу Абая отремонтируем', '2017-05-05')).toEqual([]);
  });
});
