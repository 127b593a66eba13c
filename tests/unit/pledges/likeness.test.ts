import { describe, expect, it } from 'vitest';
import type { Lang } from '@/lib/ledger/records';
import { isSameMatter, type Matter } from '@/lib/pledges/likeness';

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
    ['ru', 'Построим школу на 300 мест в селе Акбулак', 'ru', 'В Акбулаке построят школу'],
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
    ['another road', 'Сделаем дорогу Текели – Коксу', 'Сделаем дорогу Текели – Ушарал'],
  ])('%s: «%s» · «%s»', (_, a, b) => {
    expect(isSameMatter(matter(a, 'ru'), matter(b, 'ru')).same).toBe(false);
  });
});
