const GONE: readonly number[] = [404, 410];

/** Whether the server said that nothing is at this address (any more). */
export function isGonePage(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (
    navigation instanceof PerformanceNavigationTiming && GONE.includes(navigation.responseStatus)
  );
}
