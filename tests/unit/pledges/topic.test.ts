import { describe, expect, test } from 'vitest';
import { readTopic } from '@/lib/pledges/topic';

describe('the topic of a promise', () => {
  test.each([
    ['ru', 'Улицу Абая отремонтируем до осени', 'roads'],
    ['ru', 'Газ придёт в каждый дом', 'gas'],
    ['ru', 'Питьевую воду проведём в три села', 'water'],
    ['ru', 'Торговцев у вокзала переселим под крышу', 'streetTrade'],
    ['kk', 'Жаңа мектеп саламыз', 'schools'],
    ['kk', 'Емхананы жөндейміз', 'health'],
    ['kk', 'Көшелерге шам орнатамыз', 'utilities'],
    ['en', 'We will put two more buses on the route', 'transport'],
    ['en', 'The landfill will be closed', 'environment'],
    ['en', 'We will do our best', 'other'],
  ] as const)('%s %s: %s', (lang, text, topic) => {
    expect(readTopic(text, lang)).toBe(topic);
  });
});
