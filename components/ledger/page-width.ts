import { useSyncExternalStore } from 'react';

/** Below this a table of six columns has no room; a list stands for it. */
const TABLE_FROM = '(min-width: 896px)';
/** Below this the office picture has no room. */
const PICTURE_FROM = '(min-width: 696px)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
    // Without a window, as the checks of the markup draw it, there is no room for more.
    () => false,
  );
}

/** What the window has room for. Decided in code and not in style: what is not shown is not drawn either. */
export function usePageWidth(): { readonly hasTable: boolean; readonly hasPicture: boolean } {
  return { hasTable: useMedia(TABLE_FROM), hasPicture: useMedia(PICTURE_FROM) };
}
