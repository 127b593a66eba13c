import { callBackground } from './call';
import type { PagePart } from './protocol';

/**
 * A part puts its port under this name on the global of the isolated world, which the page's own scripts never see.
 */
function nameOf(part: PagePart): string {
  return `uade:${part}`;
}

/** Whoever waits for a part is told by the part itself: the background's word comes up to 45 ms later (measured). */
function waitersOf(part: PagePart): (() => void)[] {
  const world = globalThis as Record<string, unknown>;
  const name = `${nameOf(part)}:awaited`;
  // Only this file puts something under this name.
  world[name] ??= [];
  return world[name] as (() => void)[];
}

/** Says that a part is there; a second loading changes nothing. */
export function offerPart(part: PagePart, port: object): void {
  const world = globalThis as Record<string, unknown>;
  world[nameOf(part)] ??= port;
  for (const tell of waitersOf(part).splice(0)) tell();
}

/** A part's port if it is loaded. The caller names the port's type: parts are of one build. */
export function standingPart<T>(part: PagePart): T | null {
  return ((globalThis as Record<string, unknown>)[nameOf(part)] as T | undefined) ?? null;
}

/** Lets a part go: who asks for it afterwards has it loaded anew. */
export function letGoPart(part: PagePart): void {
  (globalThis as Record<string, unknown>)[nameOf(part)] = undefined;
}

/** Parts that are being loaded: who asks meanwhile waits for the same loading. */
const loading = new Map<PagePart, Promise<unknown>>();

function load(part: PagePart): Promise<unknown> {
  const begun = loading.get(part);
  if (begun !== undefined) return begun;
  const offered = new Promise<void>((resolve) => waitersOf(part).push(resolve));
  const now = Promise.race([offered, callBackground('loadPart', { part })]).finally(() =>
    loading.delete(part),
  );
  loading.set(part, now);
  return now;
}

/** A part's port, its code loaded on the first asking. Throws `CallError` when it cannot be loaded. */
export async function loadedPart<T>(part: PagePart): Promise<T> {
  const standing = standingPart<T>(part);
  if (standing !== null) return standing;
  await load(part);
  const loaded = standingPart<T>(part);
  if (loaded === null) throw new Error(`${part}.js did not load`);
  return loaded;
}
