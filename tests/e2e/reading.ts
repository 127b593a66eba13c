import type { Locator, Page } from '@playwright/test';

/** Texts that are marked on the page now, in no order: read from the page's own highlight registry. */
export function markedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        texts.push(live.toString());
      }
    }
    return texts;
  });
}

/** Rests the real pointer on the first marked text that holds some words. */
export async function restOn(page: Page, words: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(wanted)) continue;
        live.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const box = live.getClientRects()[0];
        if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    return null;
  }, words);
  if (place === null) throw new Error(`«${words}» is not marked`);
  // A first move from elsewhere: a pointer that is put down without moving does not rest.
  await page.mouse.move(place.x - 5, place.y + 60);
  await page.mouse.move(place.x, place.y, { steps: 4 });
}

/** The card, in its open shadow root. */
export function card(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Selects words of the page as a reader does, with the mouse's own events around it. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return;
    }
    throw new Error(`not on the page: ${wanted}`);
  }, words);
}
