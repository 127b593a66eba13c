import type { ruPage } from '../ru/ui-page';

/** What the content script itself says. */
export const enPage: typeof ruPage = {
  clip: 'Record a promise',
  nothing: 'Select the words of a promise on the page',
  reload: 'The extension was updated: reload the page',
  privateWindow: 'Nothing is recorded in a private window',
  failed: 'Could not save. Please try again',
};
