import { describe, expect, test } from 'vitest';
import { readDeadline } from '@/lib/pledges/deadline';

describe('a deadline', () => {
  test('knows the words it was read from', () => {
    const text = '«Мост  сдадим к\u00A020 мая», — сказал аким.';
    const deadline = readDeadline(text, { saidOn: '2026-02-01', lang: 'ru' });
    expect(deadline?.dueOn).toBe('2026-05-20');
    expect(text.slice(deadline?.span.start, deadline?.span.end)).toBe('20 мая');
  });

  test.each([
    [
      'ru',
      'До 29 февраля сдадим.',
      '2026-03-01',
      null,
      'a day that the calendar does not have next time',
    ],
    ['ru', 'К 31 июня сдадим.', '2026-03-01', null, 'no such day'],
    ['ru', 'До 1 марта сдадим.', '2026-03-01', '2026-03-01', 'the same day counts'],
    ['ru', 'До 1 марта сдадим.', '2026-03-02', '2027-03-01', 'the day after it does not'],
    ['ru', 'Сдадим через месяц.', '2026-01-31', '2026-02', 'the month after the 31st'],
    ['ru', 'Зимой поставим.', '2026-01-15', '2026-02', 'a winter that is running'],
    ['kk', 'Қыста орнатамыз.', '2025-11-15', '2026-02', 'a winter over the new year'],
    ['en', 'We may build it one day.', '2026-01-15', null, 'the verb "may"'],
    ['ru', 'Улицу 9 Мая отремонтируем.', '2026-03-01', null, 'a street named after a day'],
    ['ru', 'Скамейки в парке к лету поставим.', '2026-03-01', '2026-06', 'a park and then a term'],
    ['ru', 'Бюджет на 2026–2028 годы примем.', '2025-06-01', null, 'the years of a budget'],
    ['ru', 'Памятник павшим в мае 1945 года поставим.', '2025-06-01', null, 'a year long past'],
    ['kk', '1 мамырдан бастап ашамыз.', '2026-01-15', '2026-05-01', 'from a day on'],
    ['en', 'We will build it by May.', '2026-06-15', '2027-05', 'the month'],
  ] as const)('%s %s said on %s: %s (%s)', (lang, text, saidOn, dueOn, _why) => {
    expect(readDeadline(text, { saidOn, lang })?.dueOn ?? null).toBe(dueOn);
  });
});

type Row = readonly [why: string, dueOn: string | null, text: string];
const SAID = '2025-03-12';

const RU: readonly Row[] = [
  ['a collective number', '2025-03-15', 'Дайте трое суток, воду вернём.'],
  ['a compound number', '2025-04-06', 'Ответ дадим в течение двадцати пяти дней.'],
  ['in the wake of', '2025-05-22', 'Не позднее 22 мая всё заработает.'],
  ['a decade of a month', '2025-06', 'В первой декаде июня запустим фонтан.'],
  ['a day after its month', '2025-09-30', 'Крайний срок сдачи — 30 сентября.'],
  ['the end of a season', '2025-08', 'К концу лета уложим тротуары.'],
  ['the quarter with its year', '2026-06', 'Сдадим во втором квартале 2026 года.'],
  ['a figure and a half', '2026-09', 'Построим за полтора года.'],
  ['half a year', '2025-09', 'Через полгода откроем больницу.'],
  ['the working days', '2025-03-22', 'За десять дней вывезем мусор.'],
  ['tomorrow', '2025-03-13', 'Уже завтра подключим насос.'],
  ['moved to', '2026-05', 'Сдачу моста перенесли с ноября на май 2026 года.'],
  ['instead of', '2025-10', 'Вместо июля откроем в октябре.'],
  ['a range of seasons', '2025-08', 'Весной и летом высадим саженцы.'],
  ['a feast', '2025-10-25', 'Музей откроем ко Дню Республики.'],
  ['the eve of the new year', '2025-12-31', 'Каток зальём к Новому году.'],
  ['heat', '2025-10', 'Котлы заменим до начала отопительного периода.'],
  ['to be ready for winter', null, 'К зиме подготовимся вовремя.'],
  ['what was given then', null, 'Деньги, выделенные весной, освоим полностью.'],
  ['a window of time', null, 'Приём ведём с 9 до 18 часов, поможем каждому.'],
  ['what happens in winter', null, 'Зимой здесь не пройти, поэтому отсыплем дорогу щебнем.'],
  ['what happens in spring', null, 'Весной улицу топит, выроем канал.'],
  ['a guarantee', null, 'Гарантия на асфальт — пять лет, подрядчик всё исправит.'],
  ['again and again', null, 'Каждое лето будем ремонтировать по две школы.'],
  ['an anniversary', null, 'К 60-летию села выпустим книгу.'],
  ['hours of reception', null, 'По пятницам будем принимать жителей.'],
  ['tenge', null, 'На 2025 миллионов тенге купим технику.'],
  ['a school of that number', null, 'В школе № 12 заменим окна.'],
  ['since', null, 'С 2019 года здесь живут очередники, мы им поможем.'],
  ['a meeting on that day', null, 'На собрании 10 июня аким заверил, что селу помогут.'],
  ['a range with a dash', '2025-10', 'В августе — октябре покрасим фасады.'],
  ['a span and its outcome', '2025-03-17', 'Пять дней — и дорога открыта.'],
  ['an obligation taken', '2025', 'Мост обязались достроить до конца года.'],
  ['last spring', null, 'Прошлой весной смыло мост, построим новый.'],
];

const KK: readonly Row[] = [
  ['a day of two figures', '2025-08-25', '25 тамызға дейін мектепті бояп бітіреміз.'],
  ['a range of days', '2025-05-20', '10-20 мамырда арықты тазалаймыз.'],
  ['the day after its month', '2025-06-15', 'Маусымның 15-іне дейін жолды бітіреміз.'],
  ['a year and a day', '2026-12-31', '2026 жылдың 31 желтоқсанына дейін салынады.'],
  ['within days', '2025-03-22', 'Он күн ішінде қоқысты шығарамыз.'],
  ['a year and a half', '2026-09', 'Бір жарым жылда салып бітіреміз.'],
  ['until spring', '2026-03', 'Келесі көктемге дейін бөгетті бекітеміз.'],
  ['in autumn', '2025-11', 'Күзде көшет отырғызамыз.'],
  ['the third quarter', '2025-09', 'Үшінші тоқсанда көпірді ашамыз.'],
  ['heat', '2025-10', 'Жылыту маусымына дейін қазандықты ауыстырамыз.'],
  ['the end of next year', '2026', 'Келесі жылдың соңына дейін су тартамыз.'],
  ['to be ready for winter', null, 'Қысқа дайындалып жатырмыз.'],
  ['each year', null, 'Жыл сайын екі мектеп жөндейміз.'],
  ['what happens in spring', null, 'Көктемде көшені су басады, сондықтан арық қазамыз.'],
  ['tenge', null, '2025 миллион теңгеге техника аламыз.'],
  ['a meeting on that day', null, '10 маусымда өткен жиында әкім көмектесуге уәде берді.'],
  ['last year', null, 'Былтыр мектеп салдық.'],
];

const EN: readonly Row[] = [
  ['a day in words', '2025-06-21', 'We will finish by the twenty-first of June.'],
  ['a day and its month', '2025-11-30', 'All will be ready by 30 November.'],
  ['now it will be', '2025-05', 'We said April; it will be May.'],
  ['within', '2025-04-02', 'We will reply within twenty-one days.'],
  ['a year and a half', '2026-09', 'The clinic will open in a year and a half.'],
  ['by summer', '2025-06', 'By summer the square will be paved.'],
  ['this autumn', '2025-11', 'This autumn we will plant elms.'],
  ['the third quarter', '2025-09', 'The bridge will open in the third quarter.'],
  ['by next year', '2026', 'Gas will reach the village by next year.'],
  ['to prepare for winter', null, 'We will prepare for winter in good time.'],
  ['every', null, 'Every summer we will repair two schools.'],
  ['what happens in spring', null, 'In spring the street floods, so we will dig a canal.'],
  ['a short will', '2025-09-01', "We'll have heating before the school year begins."],
  ['pushed back', '2025-11', 'The launch has been pushed back from June to November.'],
  ['may', null, 'It may be built one day.'],
  ['tenge', null, 'We will spend 2025 million tenge.'],
];

describe('a deadline by class', () => {
  const rows = (lang: 'ru' | 'kk' | 'en', all: readonly Row[]) =>
    all.map((row) => [lang, ...row] as const);
  test.each([...rows('ru', RU), ...rows('kk', KK), ...rows('en', EN)])(
    '%s, %s: %s «%s»',
    (lang, _why, dueOn, text) => {
      expect(readDeadline(text, { saidOn: SAID, lang })?.dueOn ?? null).toBe(dueOn);
    },
  );
});
