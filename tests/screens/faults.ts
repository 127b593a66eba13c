import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rounding of the layout: a text this much larger than its box is whole. */
const SLACK_PX = 1.5;

/** Text cut off by its box without a way to read it, and a page wider than its window. Runs inside the page. */
function layoutFaults(slack: number): readonly string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
  }
  const hasText = (element: Element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
  const isCut = (element: HTMLElement) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    return (
      (hides(overflowX) && element.scrollWidth > element.clientWidth + slack) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + slack)
    );
  };
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.hidden-text, [title], svg') || element.clientWidth === 0) continue;
    if (!hasText(element) && !element.querySelector(':scope > bdi')) continue;
    if (isCut(element))
      faults.push(
        `cut: <${element.localName} class="${element.className}"> ${element.textContent?.slice(0, 60)}`,
      );
  }
  return faults;
}

/** Controls under something else, which nobody can press. Runs inside the page, and leaves it scrolled to its top. */
function coveredControls(): readonly string[] {
  const faults: string[] = [];
  const isSame = (control: Element, hit: Element) =>
    control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control);
  for (const control of document.querySelectorAll<HTMLElement>(
    'a, button, input, select, textarea',
  )) {
    // What a closed <details> holds has a box, and is not on the page.
    if (!control.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
      continue;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = control.getClientRects();
    if (box === undefined || box.width < 2 || box.height < 2) continue;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (hit === null || isSame(control, hit)) continue;
    faults.push(
      `<${control.localName}> «${control.textContent?.slice(0, 40)}» is under <${hit.localName} class="${hit.className}">`,
    );
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return faults;
}

/** What is wrong with how a page looks: cut text, overflow, controls under something else, low contrast. */
export async function looksOf(page: Page, within?: string): Promise<readonly string[]> {
  // tsx names inner functions with a helper of its own, which the page has not got.
  await page.evaluate('globalThis.__name = (named) => named');
  const axe = new AxeBuilder({ page }).withRules(['color-contrast']);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const contrast = violations.flatMap(({ nodes }) =>
    nodes.map((node) => `low contrast: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  );
  // On an article only the card is ours.
  return within === undefined
    ? [
        ...(await page.evaluate(layoutFaults, SLACK_PX)),
        ...(await page.evaluate(coveredControls)),
        ...contrast,
      ]
    : contrast;
}
