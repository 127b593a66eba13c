const GONE: readonly number[] = [404, 410];

/** Whether the server said that nothing is at this address (any more). */
export function isGonePage(): boolean {
  // Of this type there are no others.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation !== undefined && GONE.includes(navigation.responseStatus);
}
