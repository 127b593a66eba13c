import { describe, expect, it } from 'vitest';
import type { Lang } from '@/lib/ledger/records';
import { isSameMatter } from '@/lib/pledges/likeness';
import type { Matter } from '@/lib/pledges/likeness-facts';

const matter = (text: string, lang: Lang): Matter => ({
  text,
  lang,
  saidOn: '2024-02-01',
  areaId: 'kz-almaty-oblast',
});

describe('one matter', () => {
  it.each([
    ['ru', 'Отремонтируем дорогу Сарканд – Койлык', 'kk', 'Сарканд – Қойлық жолын жөндейміз'],
    ['ru', 'Построим мост через Каратал', 'kk', 'Каратал өзенінен өтетін көпір саламыз'],
    ['ru', 'Откроем ФАП в ауле Енбек', 'kk', 'Енбек ауылында медпункт ашамыз'],
    ['ru', 'Вывезем мусор со свалки у Бактыбая', 'ru', 'Закроем свалку возле Бактыбая'],
    ['en', 'We will repair the Abai street sidewalk', 'ru', 'Отремонтируем тротуар на улице Абая'],
    ['ru', 'Построим мост через Иртыш', 'kk', 'Ертіс үстінен көпір саламыз'],
    ['ru', 'Укрепим берег канала имени Сатпаева', 'kk', 'Сәтбаев каналының жағасын бекітеміз'],
    ['ru', 'Пустим трамвай до Сарыарки', 'en', 'A tram line to Saryarka will be built'],
    ['ru', 'Построим школу на две тысячи мест', 'en', 'We will build a school for 2,000 pupils'],
    ['ru', 'Переведём котельную на газ', 'kk', 'Қазандығы газға қосылады, көмір жақпайды'],
    ['ru', 'Построим пешеходный мост через Тобол', 'ru', 'Через Тобол появится мост для людей'],
    ['ru', 'Построим школу на 300 мест в селе Акбулак', 'ru', 'В Акбулаке построят школу'],
    ['ru', 'Расселим ветхий дом на Гагарина', 'ru', 'Жильцы аварийного дома на Гагарина переедут'],
    ['ru', 'Утеплим школу в Аксае', 'en', 'The school in Aksai will be insulated'],
  ] as const)('%s «%s» · %s «%s»', (langA, a, langB, b) => {
    expect(isSameMatter(matter(a, langA), matter(b, langB)).same).toBe(true);
    expect(isSameMatter(matter(b, langB), matter(a, langA)).same).toBe(true);
  });
});

describe('another matter in the same words', () => {
  it.each([
    ['another street', 'Заасфальтируем улицу Гагарина', 'Заасфальтируем улицу Пушкина'],
    ['another village', 'Проведём воду в село Коктал', 'Проведём воду в село Жаркын'],
    ['another thing', 'Проведём воду в Коктал', 'Дадим газ в Коктал'],
    ['another size', 'Построим школу на 300 мест', 'Построим школу на 600 мест'],
    ['another number', 'Отремонтируем крышу школы № 4', 'Отремонтируем крышу школы № 12'],
    ['another corner', 'Светофор на углу Абая и Толе би', 'Светофор на углу Абая и Сатпаева'],
    ['another deed', 'Закроем второй водозабор', 'Построим второй водозабор'],
    ['mended, not built', 'Построим мост через Каратал', 'Отремонтируем мост через Каратал'],
    ['lit, not paved', 'Осветим улицу Жибек жолы', 'Положим асфальт на улице Жибек жолы'],
    ['another bill', 'Снизим тариф на воду', 'Снизим тариф на тепло'],
    ['another word', 'Откроем рыбный цех в Арале', 'Откроем соляной цех в Арале'],
    ['a lamp on it', 'Построим пешеходный мост', 'Подсветим пешеходный мост'],
    ['a thing at the lake', 'Благоустроим набережную озера', 'Запустим мальков в озеро'],
    ['another span', 'Починим подвесной мост', 'Починим железнодорожный мост'],
    ['another place of it', 'Запустим фонтан на площади', 'Запустим фонтан в парке'],
    ['its design alone', 'Построим мост через Каратал', 'Разработаем проект моста через Каратал'],
    ['another sport', 'Откроем зал бокса', 'Откроем зал борьбы'],
    ['another road', 'Сделаем дорогу Текели – Коксу', 'Сделаем дорогу Текели – Ушарал'],
  ])('%s: «%s» · «%s»', (_, a, b) => {
    expect(isSameMatter(matter(a, 'ru'), matter(b, 'ru')).same).toBe(false);
  });
});

it('one street name in two towns makes no one matter', () => {
  const asked = 'Осветим улицу Абая';
  const at = (areaId: string): Matter => ({ ...matter(asked, 'ru'), areaId });
  expect(isSameMatter(at('tekeli'), at('sarkand'))).toEqual({ same: false, why: 'area' });
  expect(isSameMatter(at('tekeli'), at('tekeli')).same).toBe(true);
});
