import { describe, expect, test } from 'vitest';
import { EMPTY_LEDGER, indexLedger } from '@/lib/ledger/lookups';
import type { Pledge } from '@/lib/ledger/records';
import type { RepeatChain } from '@/lib/ledger/repeats';
import { atOnce } from '@/lib/ledger/steps';
import { earlierChains } from '@/lib/pledges/earlier';

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
const indexOf = (promises: readonly Pledge[]) => indexLedger({ ...EMPTY_LEDGER, promises });
const TODAY = '2026-11-28';

/** Matters asked of some promises at once. */
const asked = (promises: readonly Pledge[], matters: readonly (readonly [string, string])[]) =>
  earlierChains(indexOf(promises), {
    matters: matters.map(([text, saidOn]) => ({ text, saidOn, areaId: 'kz-1' })),
    lang: 'ru',
    today: TODAY,
  });

const idsOf = (chains: readonly RepeatChain[] | undefined) =>
  (chains ?? []).map(({ links }) => links.map(({ promise }) => promise.id));

function chainsLike(text: string, saidOn: string): string[][] {
  return idsOf(atOnce(asked(PROMISES, [[text, saidOn]]))[0]);
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

  test('is told of several matters at once, of each in its place', () => {
    const matters = [
      ['Отремонтируем улицу Толебаева', '2023-05-05'],
      ['В Текели построим школу', '2023-05-05'],
      ['Улицу Абая отремонтируем', '2023-05-05'],
    ] as const;
    expect(atOnce(asked(PROMISES, matters)).map(idsOf)).toEqual([
      [],
      [['school']],
      [['road-2018', 'road-2020']],
    ]);
  });

  test('of many promises is told in steps that may be broken off', () => {
    const many = Array.from({ length: 400 }, (_, n) =>
      pledge(`x${n}`, 'Отремонтировать улицу Абая', '2019-01-01'),
    );
    const steps = asked(many, [['Улицу Абая отремонтируем', '2023-05-05']]);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(90);
    expect(step.value[0]).toHaveLength(400);
  });
});
