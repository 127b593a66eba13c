import type { PlacedMark } from '@/lib/page/marks';
import type { StepFrame } from '@/lib/page/step-frame';
import type { ArticleSession } from './article-session';

/** Scrolls a mark to the middle of the window when it is out of sight; instant, so that its boxes are true at once. */
export function bringIntoView(session: ArticleSession, placed: PlacedMark): void {
  const [box] = session.layer.boxes(placed);
  const seen = box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
  if (!seen) placed.block.element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** The mark after the one stepped to last, in page order; from the end on to the beginning. */
export function nextMark(session: ArticleSession, last: PlacedMark | null): PlacedMark | null {
  const { placed } = session.layer;
  const at = last === null ? -1 : placed.indexOf(last);
  return placed[(at + 1) % placed.length] ?? null;
}

/** Steps to a mark: shows it, frames it, and lets the screen reader say it. */
export function stepTo(
  session: ArticleSession,
  placed: PlacedMark,
  frame: StepFrame,
  onEnter: () => void,
): void {
  bringIntoView(session, placed);
  const name = session.report().officials.find((o) => o.personId === placed.mark.personId)?.name;
  const label = name === undefined ? placed.mark.text : `${placed.mark.text}: ${name}`;
  frame.show(session.layer.boxes(placed), label, onEnter);
}
