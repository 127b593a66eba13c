import { expect, type Page } from '@playwright/test';
import type { Device } from '../e2e/device';
import { card, markedTexts, restOn } from '../e2e/reading';
import { type INTRODUCED, LONG, NO_RECORDS, OTHER } from '../e2e/scene-ledger';
import { article, line } from '../e2e/scene-pages';
import { TRACKER } from '../e2e/tracker';
import { DRAFT_ID } from './clips';

/** The clip that waits for an editor on the contact sheet. */
export const QUEUED_ID = '01936b1e-7c00-7abc-8def-000000000001';
/** The verdict that waits for a second editor on the screens. */
export const PROPOSED_ID = 'verdict-1';

/** How a page is looked at. */
export interface View {
  readonly lang: 'ru' | 'kk' | 'en';
  readonly width: number;
  readonly height: number;
}

/** Height of every window, in CSS pixels. */
export const HEIGHT = 900;

/** A page of the contact sheet: how it is opened, and what must be there before it is looked at. */
export interface Screen {
  readonly name: string;
  open(device: Device, view: View): Promise<Page>;
}

/** A page of the extension that is ready when its heading is there. */
function own(name: string, address: string, ready = 'h1'): Screen {
  return {
    name,
    open: async (device) => {
      const page = await device.own(address);
      await expect(page.locator(ready).first()).toBeVisible();
      return page;
    },
  };
}

/** A page that the tracker writes for everyone. */
function plain(name: string, rest: string): Screen {
  return {
    name: `plain ${name}`,
    open: async (device, { lang }) => {
      const page = await device.context.newPage();
      await page.goto(`${TRACKER}/${lang}/${rest}`);
      await expect(page.locator('h1')).toBeVisible();
      return page;
    },
  };
}

/** An article with the card of a person open on it. */
async function openCard(device: Device, { width, height }: View): Promise<Page> {
  const page = await device.article('2020-taldykorgan.html');
  // Before the card: another size of the window closes it.
  await page.setViewportSize({ width, height });
  await expect.poll(() => markedTexts(page)).not.toEqual([]);
  // The name is brought to the window's upper part: below it the whole card has room.
  await page.addStyleTag({ content: 'html { scroll-padding-bottom: 60vh }' });
  await restOn(page, 'Галымжана АБДРАИМОВА');
  await expect(card(page)).toBeVisible();
  return page;
}

/** The popup with what a place's name finds: the place, its offices, who is alike. */
async function openLookUp(device: Device): Promise<Page> {
  const page = await device.own('popup.html');
  await page.getByRole('searchbox').fill('Талгар');
  await expect(page.getByRole('search').getByRole('link').first()).toBeVisible();
  return page;
}

/** The form on a clipped page, with everything open that opens in it. */
async function openDraft(device: Device): Promise<Page> {
  const page = await device.own(`clip.html?id=${DRAFT_ID}`);
  await expect(page.locator('h1').first()).toBeVisible();
  // Its source is read after its heading is there.
  await expect(page.locator('main summary').first()).toBeVisible();
  for (const details of await page.locator('main summary').all()) await details.click();
  return page;
}

/** Every page people open, on the starter ledger. */
export const SCREENS: readonly Screen[] = [
  own('popup', 'popup.html', '.row-pair'),
  { name: 'look-up', open: openLookUp },
  own('options', 'options.html'),
  own('clip form', 'clip.html'),
  { name: 'clip draft', open: openDraft },
  { name: 'card', open: openCard },
  own('country', 'ledger.html#/', '.thesis-figures'),
  own('area', 'ledger.html#/area/kz-190000000'),
  own('office', 'ledger.html#/post/akim-710000000', '.holders'),
  own('person', 'ledger.html#/person/kassymbek-zhenis'),
  own('promise', 'ledger.html#/promise/kz-p46'),
  own('ask', 'ledger.html#/ask/kz-p46'),
  own('handover sheet', 'ledger.html#/sheet/akim-710000000', '.sheet'),
  own('my clips', 'ledger.html#/clips', '.clip-item'),
  own('review', 'ledger.html#/review', '.row.whole'),
  own('review of a clip', `ledger.html#/decide/${QUEUED_ID}`, '.review-clip .rows'),
  own('second editor', `ledger.html#/confirm/${PROPOSED_ID}`, '.pairs'),
  own('record', 'ledger.html#/record/kz-p46', 'form'),
  own('new holder', 'ledger.html#/holder/akim-710000000', 'form'),
  plain('country', ''),
  plain('area', 'area/kz-190000000'),
  plain('office', 'office/akim-710000000'),
  plain('person', 'person/kassymbek-zhenis'),
  plain('promise', 'promise/kz-p46'),
];

/** The card of an official of the scenes' ledger, on an article of its own. */
function sceneCard(name: string, official: keyof typeof INTRODUCED): Screen {
  return {
    name,
    open: async (device, { width, height }) => {
      const page = await device.context.newPage();
      await page.route('https://scene.example/**', (route) =>
        route.fulfill({
          body: article(line(official).repeat(6)),
          contentType: 'text/html; charset=utf-8',
        }),
      );
      await page.goto('https://scene.example/news/1');
      await page.setViewportSize({ width, height });
      await expect.poll(() => markedTexts(page)).not.toEqual([]);
      await restOn(page, official);
      await expect(card(page)).toBeVisible();
      return page;
    },
  };
}

/** Cards of no promise, of one and of forty under long names, on the scenes' ledger. */
export const CARDS: readonly Screen[] = [
  sceneCard('card of none', NO_RECORDS),
  sceneCard('card of one', OTHER),
  sceneCard('card of forty', LONG),
];
