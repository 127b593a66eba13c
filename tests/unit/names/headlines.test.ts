import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS, type Row } from './ledger-of';

const ten = (id: string, given: string, areaId: string): Row => ({
  id,
  gender: 'male',
  ru: `Тен ${given}`,
  kk: `Тен ${given}`,
  en: 'Ten Oleg',
  role: 'deputyAkim',
  areaId,
});
const SULTAN: Row = {
  id: 'sultan',
  gender: 'male',
  ru: 'Султан Ерлан',
  role: 'deputyAkim',
  areaId: 'arka',
};

async function digest(headline: string, rows: readonly Row[]): Promise<string[]> {
  const gazetteer = memoryGazetteer(ledgerOf([...OFFICIALS, ...rows], AREAS));
  const others = ['Тенге подорожал пятый день подряд', 'Верблюжонок родился в зоопарке'];
  const blocks = [...others, headline, 'Мост построят через год', 'Дождь шёл три дня', ...others];
  const mentions = await link(blocks, { date: '2022-05-01' }, gazetteer);
  return mentions.filter((m) => m.personId !== null).map((m) => `${m.surface} → ${m.personId}`);
}

describe('a surname in a digest of headlines', () => {
  test.each([
    ['before a colon', 'Болатов: воды хватит до июля', ['Болатов → bolatov']],
    ['before a dash', 'Саурова – подрядчикам: «Сроки не резиновые»', ['Саурова → saurova']],
    ['beside a verb of saying', 'Болатов пообещал снег в январе', ['Болатов → bolatov']],
    [
      'in a list of two officials',
      'Болатов и Саурова красят дамбу',
      ['Болатов → bolatov', 'Саурова → saurova'],
    ],
    ['beside his place', 'Болатов открывает в Тургайской области мост', ['Болатов → bolatov']],
    [
      'before «о» and what he speaks of',
      'Болатов о ливнёвках: воды не будет',
      ['Болатов → bolatov'],
    ],
    ['before another small word', 'Болатов у ливнёвки: воды не будет', []],
    ['a verb in the neuter has no person', 'Болатов завалило снегом в Тургайской области', []],
    ['alone it is nobody in particular', 'Болатов купил верблюда', []],
    ['a given name is no surname', 'Султан на час: в Аркатау сдают костюмы', []],
    [
      'a verb before it is no given name',
      '"Call Saurova": Arkatau opens a line in the snow',
      ['Saurova → saurova'],
    ],
    ['a given name before it is another’s', '"Carl Saurova": Arkatau opens a line in the snow', []],
    ['sketches are somebody else’s', 'Saurova’s sketches on show in Arkatau', []],
    ['an opera is', 'Saurova opera on in Arkatau', []],
    ['a road is not', 'Saurova opens a road in Arkatau', ['Saurova → saurova']],
    ['nor is a number', 'Тен на час: в Аркатау сдают костюмы', []],
  ])('%s', async (_, headline, expected) => {
    expect(await digest(headline, [SULTAN])).toEqual(expected);
  });

  test('of two bearers the one whose place the headline names', async () => {
    const both = [ten('ten-a', 'Олег', 'arka'), ten('ten-o', 'Сергей', 'oz-d2')];
    expect(await digest('Тен: в Аркатау воды не будет', both)).toEqual(['Тен → ten-a']);
    expect(await digest('Тен: воды не будет', both)).toEqual([]);
  });

  test('a capital of the whole headline makes no name of a verb', async () => {
    expect(await digest('АКИМ АРКАТАУ ОТМЕНИЛА ТРЕВОГУ', [])).toEqual(['АКИМ АРКАТАУ → saurova']);
  });

  test('a road named beside the surname is the road', async () => {
    expect(
      await digest('Болатов пен Саурова Булаево трассасын тексеріп, осы туралы айтты', []),
    ).toEqual(['Болатов → bolatov', 'Саурова → saurova']);
  });
});

async function links(text: string): Promise<string[]> {
  const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));
  const mentions = await link(text.split('\n'), { date: '2022-05-01' }, gazetteer);
  return mentions.filter((m) => m.personId !== null).map((m) => `${m.surface} → ${m.personId}`);
}

describe('a Kazakh office without a name', () => {
  test.each([
    [
      '«болса» before a verb is «as for him»',
      'Арқатау қаласының әкімі болса осы жиында болды.',
      ['Арқатау қаласының әкімі → saurova'],
    ],
    ['before a comma it is «if»', 'Арқатау қаласының әкімі болса, осы жиын болмас еді.', []],
    ['«болған» is of another time', 'Арқатау қаласының әкімі болған адам осы жиында болды.', []],
    [
      'a dependent after a word of time',
      'Арқатау қаласы әкімінің бұрынғы көмекшісі осы жиында болды.',
      [],
    ],
    [
      'a word in an oblique case is no name of the head of state',
      'Мемлекет басшысы Жапонияға барады деп айтты.',
      ['Мемлекет басшысы → batyrbek'],
    ],
    ['a given name is one', 'Мемлекет басшысы Нұрсұлтан осы жиында айтты.', []],
    [
      'a place in the locative holds the area after it',
      'Арқатаудағы Өзен ауданының әкімі осы жиында болды. Торғай облысы осы.',
      [],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});
