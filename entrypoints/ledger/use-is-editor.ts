import { useEffect, useState } from 'react';
import { reviewToken } from '@/lib/storage/review-token';
import { BUILD_TRACKER } from '../background/tracker';

/** Whether an editor's token is kept here. Asked on every page: what an editor works with is loaded by his rooms. */
export function useIsEditor(): boolean {
  const [isEditor, setEditor] = useState(false);
  useEffect(() => {
    reviewToken(BUILD_TRACKER.origin).then(
      (token) => setEditor(token !== null),
      (error: unknown) => console.error('[uade] editor', error),
    );
  }, []);
  return isEditor;
}
