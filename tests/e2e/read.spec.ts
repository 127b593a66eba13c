import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Device, NEWS } from './device';
import { card, markedTexts, restOn } from './reading';
import { freshFolder, TestTracker } from './tracker';

const DEMO = path.resolve(import.meta.dirname, '../../tracker/demo');
const STARTING = '2020-taldykorgan.html';
const NOBODY = /жукел|кибраев|кунболатов/iu;
/** A marked name has two capitalised words; an office alone has none of a person's. */
const OFFICE_ONLY = /^(?:аким|глава)[а-я]*(?:\s+[А-Я]?[а-яё]+)*$/u;

const tracker = new TestTracker();
const profile = freshFolder('e2e-read');
let device: Device;

test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
});
test.afterAll(async () => {
  await tracker.remove();
  await device.close();
  fs.rmSync(profile, { recursive: true, force: true });
});

test('marks those who have records, and nobody else, without a trace in the page', async () => {
  const page = await device.article(STARTING);
  const bare = fs.readFileSync(path.join(DEMO, STARTING), 'utf8');
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const marked = (await markedTexts(page)).join('\n');
  expect(marked).toContain('Амандыка Баталова');
  expect(marked).toContain('БАТАЛОВ');
  expect(marked).toContain('Галымжана АБДРАИМОВА');
  expect(marked).not.toContain('ОМАРОВА');
  expect(marked).not.toMatch(NOBODY);
  const counts = await page.evaluate((html) => {
    const served = new DOMParser().parseFromString(html, 'text/html');
    return [document, served].map((doc) => doc.body.querySelectorAll('*').length);
  }, bare);
  expect(counts[0]).toBe(counts[1]);
  await page.close();
});

test('a resting pointer opens the card: office, what was inherited, from whom', async () => {
  const page = await device.article(STARTING);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await restOn(page, 'Галымжана АБДРАИМОВА');
  const inherited = card(page).locator('section[data-kind="inherited"]');
  for (const matter of ['дороги в Талдыкоргане', 'КСК', 'стихийную торговлю']) {
    const line = inherited.locator('li', { hasText: matter });
    await expect(line).toContainText('от предшественника, которого источник не называет');
  }
  await expect(card(page)).toContainText(/аким города Талдыкоргана/i);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await page.close();
});

test('a passing pointer opens nothing', async () => {
  const page = await device.article(STARTING);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await restOn(page, 'Галымжана АБДРАИМОВА');
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1_000);
  await expect(card(page)).toHaveCount(0);
  await page.close();
});

test('the popup lists who was found without records, and "mark all" marks him', async () => {
  const page = await device.article(STARTING);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const popup = await device.popupOf(page);
  const listed = popup.locator('section', { hasText: 'Найдены, но обещаний не записано' });
  await expect(listed).toContainText('Омаров');
  await expect(popup.locator('main')).not.toContainText(NOBODY);
  await popup.close();

  const options = await device.own('options.html');
  const markAll = options.getByRole('checkbox', {
    name: /о ком обещаний не записано/,
  });
  await markAll.check();
  await expect.poll(() => markedTexts(page)).toContainEqual(expect.stringContaining('ОМАРОВА'));
  await markAll.uncheck();
  await options.close();
  await page.close();
});

test('without a date: names are marked, offices alone are not, nothing is inherited', async () => {
  const dated = fs.readFileSync(path.join(DEMO, STARTING), 'utf8');
  const undated = dated
    .replace(/"datePublished": "[^"]*",/, '')
    .replace('В феврале 2020 года руководители', 'Руководители');
  expect(undated).not.toContain('2020-02');
  await device.context.route(`${NEWS}/undated-copy`, (route) =>
    route.fulfill({ body: undated, contentType: 'text/html; charset=utf-8' }),
  );
  const page = await device.article('undated-copy');
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  const marked = await markedTexts(page);
  expect(marked.join('\n')).toContain('Галымжана АБДРАИМОВА');
  expect(marked.join('\n')).toContain('Амандыка Баталова');
  expect(marked.filter((text) => OFFICE_ONLY.test(text))).toEqual([]);
  await restOn(page, 'Галымжана АБДРАИМОВА');
  await expect(card(page)).toContainText('Дата статьи не известна');
  await expect(card(page).locator('section[data-kind="inherited"]')).toHaveCount(0);
  await page.close();
});

test('reading goes on without a network after the browser was restarted', async () => {
  await device.close();
  await tracker.stop();
  device = await Device.open(profile);
  const page = await device.article(STARTING);
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  await restOn(page, 'Галымжана АБДРАИМОВА');
  await expect(card(page)).toContainText('дороги в Талдыкоргане');
  await page.close();
});
