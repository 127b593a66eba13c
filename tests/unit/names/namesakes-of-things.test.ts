import { describe, expect, test } from 'vitest';
import { fold } from '@/lib/language/fold';
import { linksOn, OFFICIALS, type Row } from './ledger-of';

const ROWS: readonly Row[] = [
  ...OFFICIALS,
  {
    id: 'wagner',
    gender: 'female',
    ru: 'Вагнер Ирина Карловна',
    kk: 'Вагнер Ирина Карлқызы',
    en: 'Wagner Irina',
    role: 'headOfDepartment',
    areaId: 'turgai',
    label: { en: 'Head of the Culture Department of Turgai Region' },
  },
  {
    id: 'frost',
    gender: 'male',
    ru: 'Мороз Игорь',
    kk: 'Мороз Игорь',
    en: 'Moroz Igor',
    role: 'akim',
    areaId: 'dala',
  },
  {
    id: 'iron',
    gender: 'male',
    ru: 'Темир Ануар',
    kk: 'Темір Ануар',
    role: 'deputyAkim',
    areaId: 'dala',
  },
  {
    id: 'auez',
    gender: 'male',
    ru: 'Ауезханов Мейрам Нурланович',
    kk: 'Әуезханов Мейрам Нұрланұлы',
    role: 'deputyAkim',
    areaId: 'turgai',
  },
];
const links = linksOn(ROWS);

describe('a name in quotes', () => {
  test('with initials is a signature, alone a brand', async () => {
    expect(await links('Далинская область. Бумага подписана «И. Мороз».')).toEqual([
      'И. Мороз → frost',
    ]);
    expect(await links('Далинская область. Бумага подписана «Игорь Мороз».')).toEqual([]);
  });
});

describe('a surname beside a thing', () => {
  test('«через каналы Мороз пообещал»: before a verb of saying it is a person', async () => {
    const text = 'Аким области Игорь Мороз в Далинской области. Мосты через каналы Мороз';
    expect(await links(`${text} пообещал починить.`)).toContain('Мороз → frost');
    expect(await links(`${text} не вошли.`)).not.toContain('Мороз → frost');
  });

  test('«позвонил Морозу»: one who is called', async () => {
    const text = 'Аким области Игорь Мороз в Далинской области. Кафе «Мороз» закрыто.';
    expect(await links(`${text} Дворник позвонил Морозу.`)).toContain('Морозу → frost');
    expect(await links(`${text} Дворник привык к Морозу.`)).not.toContain('Морозу → frost');
  });

  test('a café and a quartet of the name leave it unsure for the composer', async () => {
    const text = 'In Turgai Irina Wagner was in the hall. The season closed with Wagner.';
    expect(await links(text)).toContain('Wagner → wagner');
    expect(await links(`${text} Café Wagner was full.`)).toEqual(['Irina Wagner → wagner']);
  });

  test('`Schmidt says Wagner needs horns`: he is spoken of, after a quote he speaks', async () => {
    const text = 'In Turgai Irina Wagner was in the hall of Café Wagner.';
    expect(await links(`${text} Richard Schmidt says Wagner needs horns.`)).toEqual([
      'Irina Wagner → wagner',
    ]);
    expect(await links(`${text} "They need horns," said Wagner in the hall.`)).toContain(
      'Wagner → wagner',
    );
    expect(await links(`${text} Wagner laughed about it in the hall.`)).toContain(
      'Wagner → wagner',
    );
  });

  test('`Темір сатушылардың айтуынша`: the word in the genitive speaks', async () => {
    const text = 'Дала облысы. Ануар Темір осында деп жазды. Жаңа темір қымбат.';
    expect(await links(`${text} Темір сатушылардың айтуынша, баға өсті.`)).toEqual([
      'Ануар Темір → iron',
    ]);
    expect(await links(`${text} Темірдің айтуынша, баға өсті.`)).toContain('Темірдің → iron');
  });
});

describe('heads of departments in English', () => {
  test.each([
    ['Irina Wagner, head of the regional culture department, was late.', 'Irina Wagner'],
    ["Irina Wagner, head of Turgai Region's Culture Department, was late.", 'Irina Wagner'],
    ['Head of the Culture Department of Turgai Region Irina Wagner was late.', 'Irina Wagner'],
  ])('%s', async (text, surface) => {
    expect(await links(text)).toEqual([`${surface} → wagner`]);
  });

  test("is no head of the city, nor is another city's official she", async () => {
    expect(await links("In Arkatau the head of the city's Culture Department was late.")).toEqual(
      [],
    );
    expect(
      await links("Irina Wagner, head of Dala Region's Culture Department, was late in Turgai."),
    ).toEqual([]);
  });
});

describe('in a text of sport', () => {
  const sport = 'В Тургае прошёл турнир, чемпион рад, тренер тоже.';

  test('a namesake before the official is none, the official after his office is one', async () => {
    expect(await links(`${sport} Победил Олжас Тауов. Аким Аркатауского района рад.`)).toEqual([
      'Аким Аркатауского района → tauov',
    ]);
    expect(await links(`${sport} Аким Аркатауского района рад; Олжас Тауов стрелял.`)).toEqual([
      'Аким Аркатауского района → tauov',
      'Олжас Тауов → tauov',
    ]);
  });

  test('offices of others make no official of him', async () => {
    const [first, second] = ['аким Аркатау', 'аким Аркатауского района'];
    expect(
      await links(`${sport} Приз взял Игорь Мороз. Смотрели ${first} и ${second}. ${sport}`),
    ).not.toContain('Игорь Мороз → frost');
  });
});

describe('Kazakh letters', () => {
  test('in the alphabet of 2021 `zh` are two letters, elsewhere one', () => {
    expect(fold('Äuezhanov')).toBe(fold('Әуезханов'));
    expect(fold('Zhänibek')).toBe(fold('Жәнібек'));
    expect(fold('Azhar')).toBe(fold('Ажар'));
  });

  test('a surname in another case before a given name and a patronymic is not of them', async () => {
    expect(
      await links('Torğai oblysy. Болатовқа Мейрам Нұрланұлы осында уәде берді деп жазды.'),
    ).toContain('Мейрам Нұрланұлы → auez');
  });
});

test('`The vice-rector, Yesken Bolatov, thanked …`: a trade of two words', async () => {
  expect(await links('The vice-rector, Yesken Bolatov, was in the hall of Turgai.')).toEqual([]);
  expect(await links('The police chief, Yesken Bolatov, was in the hall of Turgai.')).toEqual([]);
});

describe('other bearers of the surname', () => {
  test('`The tenor, Oleg Shevchenko`', async () => {
    expect(await links('The tenor, Yesken Bolatov, was in the hall of Turgai.')).toEqual([]);
  });

  test('«Болатова просит …»: his genitive is the name of a woman who was named', async () => {
    const akim = 'Аким области Ескен Болатов в Тургае.';
    expect(await links(`Сауле Болатова ждёт. ${akim} Потом Болатова просит ждать.`)).toEqual([
      'Ескен Болатов → bolatov',
    ]);
    expect(await links(`${akim} Потом Болатова просят ждать.`)).toContain('Болатова → bolatov');
  });

  test('a bird in another case at the beginning of a headline', async () => {
    const others = ['Тенге подорожал пятый день подряд', 'Мост построят через год'];
    const digest = (one: string) =>
      links([...others, one, 'Дождь шёл', ...others, ...others].join('\n'));
    expect(await digest('Мороза с крылом выходили в Далинской области')).toEqual([]);
    expect(await digest('Болатова ждут в Тургайской области')).toEqual(['Болатова → bolatov']);
  });
});
