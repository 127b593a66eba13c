import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchForArticle } from './door';

/*
 * The manifest's content script. No content script of WXT's: it would look for the browser's interface at once, and tell
 * the page's own scripts by an event that we are here.
 */
export default defineUnlistedScript(watchForArticle);
