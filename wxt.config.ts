import { defineConfig } from 'wxt';
import { LOCAL_HOSTS, NEWS_HOSTS, TRACKER } from './hosts.config';
import release from './release.json';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // Both browsers get MV3: WXT's default for Firefox is MV2, which drops optional hosts.
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  // WXT looks for `browser` first, which Chromium has by now: to touch it costs the content script 0.4 ms a navigation.
  vite: ({ browser }) => ({
    define: browser === 'chrome' ? { 'globalThis.browser': 'undefined' } : {},
  }),
  hooks: {
    // WXT names the mode itself as NODE_ENV in scripts built one by one: the card of a build in the mode "e2e" held
    // React's development half: 489 KB instead of 282.
    'vite:build:extendConfig': (_, config) => {
      config.define = { ...config.define, 'process.env.NODE_ENV': '"production"' };
    },
  },
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // What Mozilla's reviewers need to build the same files; the tracker and the tests are in the repository.
    includeSources: [
      'components/**',
      'docs/releasing.md',
      'docs/store/**/*.md',
      'entrypoints/**',
      'lib/**',
      'public/**',
      'scripts/**',
      '*.{json,md,ts}',
      'LICENSE',
    ],
  },
  manifest: ({ browser, mode }) => {
    const local = mode === 'e2e' ? LOCAL_HOSTS : [];
    return {
      content_scripts: [
        { matches: [...NEWS_HOSTS, ...local], js: ['article.js'], css: ['assets/marks.css'] },
      ],
      name: '__MSG_name__',
      description: '__MSG_description__',
      default_locale: 'ru',
      minimum_chrome_version: '137',
      permissions: [
        'storage',
        'unlimitedStorage',
        'alarms',
        'scripting',
        'activeTab',
        'contextMenus',
        ...(browser === 'chrome' ? ['sidePanel'] : []),
      ],
      // For news of what is followed; asked for in the click that switches them on.
      optional_permissions: ['notifications'],
      host_permissions: [...NEWS_HOSTS, `${TRACKER.production}/*`, ...local],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'" },
      ...(browser === 'chrome' && { side_panel: { default_path: 'clip.html' } }),
      commands: {
        'clip-selection': {
          suggested_key: { default: 'Alt+Shift+U' },
          description: '__MSG_commandClip__',
        },
        'next-mark': {
          suggested_key: { default: 'Alt+Shift+J' },
          description: '__MSG_commandNext__',
        },
      },
      ...(browser === 'firefox' && {
        browser_specific_settings: {
          gecko: {
            id: release.geckoId,
            strict_min_version: '140.0',
            data_collection_permissions: {
              required: ['none'],
              optional: ['websiteContent', 'browsingActivity'],
            },
          },
          gecko_android: { strict_min_version: '142.0' },
        },
      }),
    };
  },
});
