import { describe, expect, test } from 'vitest';
import type { Mention, Reason } from '@/lib/names/gazetteer';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS, row } from './ledger-of';

const LEDGER = ledgerOf(
  [
    ...OFFICIALS,
    row('tleu-a', 'Тлеуов Асан', 'deputyAkim', 'arka'),
    row('tleu-b', 'Тлеуов Берик', 'deputyAkim', 'oz-d2'),
    row('going', 'Жаров Ерлан', 'akim', 'dala', { to: '2022-05-01' }),
    row('coming', 'Сериков Марат', 'akim', 'dala', { from: '2022-05-01' }),
  ],
  AREAS,
);
const gazetteer = memoryGazetteer(LEDGER);
const DATE = '2022-05-01';

/** The only mention of these words. */
async function mentionOf(text: string, words: string, date = DATE): Promise<Partial<Mention>> {
  const mentions = await link(text.split('\n'), { date }, gazetteer);
  const [only, another] = mentions.filter(({ surface }) => surface === words);
  if (only === undefined || another !== undefined) throw new Error(`not once: ${words}`);
  const { personId, postId, candidates, light, reasons } = only;
  return { personId, postId, candidates, light, reasons };
}

const tenure = (personId: string): Reason => ({
  kind: 'tenure',
  membershipId: LEDGER.memberships.find((m) => m.personId === personId)?.id ?? '',
});
const postOf = (personId: string): string =>
  LEDGER.memberships.find((m) => m.personId === personId)?.postId ?? '';
const sure = (personId: string, light: boolean, reasons: readonly Reason[]) => ({
  personId,
  postId: null,
  candidates: [personId],
  light,
  reasons,
});
const IN_ARKA = [tenure('saurova'), { kind: 'area', areaId: 'arka' }] as const;

describe('why a name is linked', () => {
  test.each<[string, string, ReturnType<typeof sure>]>([
    ['Приехал Ескен Болатов.', 'Ескен Болатов', sure('bolatov', false, [{ kind: 'fullName' }])],
    [
      'Аким Аркатау Инкар Саурова уехала.',
      'Инкар Саурова',
      sure('saurova', false, [
        { kind: 'fullName' },
        { kind: 'title', title: 'Аким Аркатау' },
        ...IN_ARKA,
      ]),
    ],
    [
      'Аким Аркатау Саурова уехала.',
      'Саурова',
      sure('saurova', true, [{ kind: 'title', title: 'Аким Аркатау' }, ...IN_ARKA]),
    ],
    [
      'Приехал Ескен Болатов.\nБолатова ждали.',
      'Болатова',
      sure('bolatov', true, [{ kind: 'bareSurname', anchor: 'bolatov' }]),
    ],
    [
      'Приехал Ескен Болатов.\nПотом Е. М. Болатов уехал.',
      'Е. М. Болатов',
      sure('bolatov', false, [{ kind: 'initials' }]),
    ],
  ])('%s', async (text, words, expected) => {
    expect(await mentionOf(text, words)).toEqual(expected);
  });

  test('a given name and a patronymic are told as such', async () => {
    const text = 'Приехал Ескен Болатов.\nЕскен Маратович молчал.';
    expect((await mentionOf(text, 'Ескен Маратович')).reasons).toEqual([
      { kind: 'givenPatronymic' },
    ]);
  });
});

describe('why an office is linked', () => {
  test('by who holds it on the day, and where', async () => {
    const postId = postOf('saurova');
    expect(await mentionOf('Аким Аркатау уехала.', 'Аким Аркатау')).toEqual({
      ...sure('saurova', true, [{ kind: 'office', postId, date: DATE }, ...IN_ARKA]),
      postId,
    });
  });

  test('one of the country has no area to tell', async () => {
    const postId = postOf('kunaeva');
    const { reasons } = await mentionOf(
      'Министр водных ресурсов ответила.',
      'Министр водных ресурсов',
    );
    expect(reasons).toEqual([{ kind: 'office', postId, date: DATE }, tenure('kunaeva')]);
  });
});

describe('why nobody is told', () => {
  test('two offices have the name', async () => {
    const { candidates, ...rest } = await mentionOf(
      'Аким Озёрного района молчал.',
      'Аким Озёрного района',
    );
    expect(candidates?.toSorted()).toEqual(['kerei', 'lesnoi']);
    expect(rest).toEqual({
      personId: null,
      postId: null,
      light: true,
      reasons: [{ kind: 'namesakes', count: 2 }],
    });
  });

  test('the post changes hands on the day', async () => {
    const text = 'Аким Далинской области молчал.';
    const words = 'Аким Далинской области';
    const postId = postOf('going');
    const { candidates, reasons, personId } = await mentionOf(text, words);
    expect(personId).toBeNull();
    expect(candidates?.toSorted()).toEqual(['coming', 'going']);
    expect(reasons).toEqual([{ kind: 'office', postId, date: DATE }, { kind: 'holderUnsure' }]);
    expect((await mentionOf(text, words, '2022-04-30')).personId).toBe('going');
    expect((await mentionOf(text, words, '2022-05-02')).personId).toBe('coming');
  });

  test('an office that nobody is known to hold is not told at all', async () => {
    const text = 'Аким Аркатау молчал.';
    expect(await link([text], { date: '2030-05-01' }, gazetteer)).toEqual([]);
    expect(await link([text], { date: DATE }, gazetteer)).toHaveLength(1);
  });

  test('two bear the surname, and the text has named neither', async () => {
    const { candidates, reasons } = await mentionOf('Заместитель акима Тлеуов молчал.', 'Тлеуов');
    expect(candidates?.toSorted()).toEqual(['tleu-a', 'tleu-b']);
    expect(reasons).toEqual([{ kind: 'namesakes', count: 2 }]);
  });
});
