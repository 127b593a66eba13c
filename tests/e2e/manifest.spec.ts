import fs from 'node:fs';
import path from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { expect, test } from '@playwright/test';
import kept from './manifest-kept.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
}

function manifestOf(build: string): Manifest {
  return JSON.parse(fs.readFileSync(path.join(ROOT, '.output', build, 'manifest.json'), 'utf8'));
}

const MANIFESTS = { chrome: manifestOf('chrome-mv3'), firefox: manifestOf('firefox-mv3') };

/** Source files of the extension, by their path from the root. */
function sources(): ReadonlyMap<string, string> {
  const files = ['entrypoints', 'components', 'lib'].flatMap((room) =>
    fs
      .readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(room, file)),
  );
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]));
}

const SOURCES = sources();
const CALL = /\bbrowser\.(\w+)(?:\?\.|\.)(\w+)/g;

interface Call {
  readonly file: string;
  readonly room: string;
  readonly name: string;
}

/** Every `browser.room.name` of the code. */
const CALLS: readonly Call[] = [...SOURCES].flatMap(([file, text]) =>
  [...text.matchAll(CALL)].map(([, room = '', name = '']) => ({ file, room, name })),
);

/** What an API room asks of the manifest; null: nothing. A room that is not here is one nobody thought about. */
const NEEDS: Readonly<Record<string, string | null>> = {
  action: null,
  alarms: 'alarms',
  commands: null,
  contextMenus: 'contextMenus',
  extension: null,
  i18n: null,
  notifications: 'notifications',
  permissions: null,
  runtime: null,
  scripting: 'scripting',
  sidePanel: 'sidePanel',
  storage: 'storage',
  // Only the calls that need no permission; the test below names them.
  tabs: null,
  windows: null,
};

/** Permissions that no room of `browser` stands for, and the code that is nothing without them. */
const USED_OTHERWISE: Readonly<Record<string, RegExp>> = {
  activeTab: /loadReader\(tabId\)/,
  unlimitedStorage: /from 'dexie'/,
};

/** Permissions that the code asks for, per browser: those of its rooms and those used otherwise. */
function needed(browser: 'chrome' | 'firefox', calls: readonly Call[]): readonly string[] {
  const ofRooms = calls.map(({ room }) => {
    if (!Object.hasOwn(NEEDS, room)) throw new Error(`browser.${room} needs an entry here`);
    return NEEDS[room] ?? null;
  });
  const otherwise = Object.entries(USED_OTHERWISE)
    .filter(([, mark]) => [...SOURCES.values()].some((text) => mark.test(text)))
    .map(([permission]) => permission);
  const all = [...ofRooms.filter((permission) => permission !== null), ...otherwise];
  return [...new Set(all)].filter((one) => browser === 'chrome' || one !== 'sidePanel').sort();
}

for (const browser of ['chrome', 'firefox'] as const) {
  test(`${browser}: every permission is used by code, and none is missing`, () => {
    const { permissions, optional_permissions: optional } = MANIFESTS[browser];
    expect([...permissions, ...optional].sort()).toEqual(needed(browser, CALLS));
  });

  test(`${browser}: only notifications are left to a later click`, () => {
    expect(MANIFESTS[browser].optional_permissions).toEqual(['notifications']);
  });
}

test('a permission without its code, and code without its permission, would be noticed', () => {
  const without = CALLS.filter(({ room }) => room !== 'alarms');
  expect(needed('chrome', without)).not.toContain('alarms');
  expect(() => needed('chrome', [{ file: 'x', room: 'cookies', name: 'get' }])).toThrow(/cookies/);
});

test('tabs are used only as far as it takes no permission', () => {
  const used = new Set(CALLS.filter(({ room }) => room === 'tabs').map(({ name }) => name));
  expect([...used].sort()).toEqual(['create', 'get', 'query', 'sendMessage']);
});

type Support = { readonly version_added?: string | boolean | null };

/** The first version of a browser that has an API; null: none has. By Mozilla's table. */
function since(target: string, { room, name }: Omit<Call, 'file'>): number | null {
  // `contextMenus` is another name of `menus`, and the table has it there.
  const node = (bcd.webextensions['api'] as unknown as Record<string, Record<string, unknown>>)[
    room === 'contextMenus' ? 'menus' : room
  ]?.[name] as { readonly __compat?: { readonly support: Record<string, Support | Support[]> } };
  if (node?.__compat === undefined) throw new Error(`the table has no ${room}.${name}`);
  const support = [node.__compat.support[target]].flat()[0];
  const version = Number.parseFloat(String(support?.version_added).replace('≤', ''));
  return Number.isNaN(version) ? null : version;
}

/** True where the code asks first whether the browser has the room at all. */
function isAsked({ file, room }: Call): boolean {
  const text = SOURCES.get(file) ?? '';
  return text.includes(`browser.${room}?.`) || text.includes(`browser.${room} === undefined`);
}

const OLDEST = { chrome: 137, firefox: 140, firefox_android: 142 };
for (const [target, oldest] of Object.entries(OLDEST)) {
  test(`${target} ${oldest} has every browser call, or the code asks before`, () => {
    const missing = CALLS.filter((call) => {
      const first = since(target, call);
      return (first === null || first > oldest) && !isAsked(call);
    });
    expect(missing).toEqual([]);
  });
}

test('Firefox for Android lacks menus, commands and windows: the check above can fail', () => {
  for (const room of ['contextMenus', 'commands', 'windows']) {
    const call = CALLS.find((one) => one.room === room);
    expect(call, room).toBeDefined();
    if (call) expect(since('firefox_android', call), room).toBeNull();
  }
});

/** What an update would ask people for that they have not agreed to. */
function widened({ permissions, host_permissions, content_scripts }: Manifest): readonly string[] {
  const matches = content_scripts.flatMap((script) => script.matches);
  const agreed = new Set([...kept.permissions, ...kept.hosts]);
  return [...permissions, ...host_permissions, ...matches].filter((one) => !agreed.has(one));
}

for (const [browser, manifest] of Object.entries(MANIFESTS)) {
  test(`${browser}: an update asks for nothing that people have not agreed to`, () => {
    expect(widened(manifest)).toEqual([]);
  });
}

test('one host more, one permission more and one script more would be noticed', () => {
  const { chrome } = MANIFESTS;
  const more = {
    ...chrome,
    permissions: [...chrome.permissions, 'tabs'],
    host_permissions: [...chrome.host_permissions, 'https://*.new.kz/*'],
    content_scripts: [...chrome.content_scripts, { matches: ['<all_urls>'] }],
  };
  expect(widened(more)).toEqual(['tabs', 'https://*.new.kz/*', '<all_urls>']);
});

test('hosts and notifications are asked for one at a time, in a click on a page of our own', () => {
  const asking = [...SOURCES].filter(([, text]) => text.includes('permissions.request('));
  expect(asking.map(([file]) => file).sort()).toEqual([
    'entrypoints/clip/send.ts',
    'entrypoints/popup/turn-on.ts',
    'entrypoints/popup/use-following.ts',
  ]);
  // The clip form asks for Firefox's data collection, never for a host.
  expect(SOURCES.get('entrypoints/clip/send.ts')).not.toContain('origins');
  expect(SOURCES.get('entrypoints/popup/turn-on.ts')).toContain('{ origins: [origin] }');
  expect(SOURCES.get('entrypoints/popup/use-following.ts')).not.toContain('origins');
});

test('Firefox is told that nothing is collected unless the user agrees', () => {
  const { browser_specific_settings: own } = MANIFESTS.firefox as unknown as {
    readonly browser_specific_settings: Record<string, Record<string, unknown>>;
  };
  expect(own['gecko']).toMatchObject({
    strict_min_version: `${OLDEST.firefox}.0`,
    data_collection_permissions: {
      required: ['none'],
      optional: ['websiteContent', 'browsingActivity'],
    },
  });
  expect(own['gecko_android']).toEqual({ strict_min_version: `${OLDEST.firefox_android}.0` });
});

test('each permission has its reason in the texts for the stores, and no other has one', () => {
  const text = fs.readFileSync(path.join(ROOT, 'docs/store/permissions.md'), 'utf8');
  const named = [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? '');
  const { permissions, optional_permissions: optional } = MANIFESTS.chrome;
  expect(new Set(named)).toEqual(new Set([...permissions, ...optional]));
});

test('summaries for the stores are those of the package, and short enough', () => {
  for (const lang of ['ru', 'kk', 'en']) {
    const listing = fs.readFileSync(path.join(ROOT, `docs/store/${lang}.md`), 'utf8');
    const file = path.join(ROOT, `public/_locales/${lang}/messages.json`);
    const { name, description } = JSON.parse(fs.readFileSync(file, 'utf8'));
    expect(listing).toContain(name.message);
    expect(listing).toContain(description.message);
    expect(description.message.length).toBeLessThanOrEqual(132);
  }
});

test('no code of ours makes markup from text', () => {
  const makes = /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
  expect([...SOURCES].filter(([, text]) => makes.test(text)).map(([file]) => file)).toEqual([]);
});
