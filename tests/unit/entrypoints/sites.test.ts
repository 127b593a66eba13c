import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSites } from '@/entrypoints/background/sites';

interface Script {
  readonly id: string;
  readonly matches: readonly string[];
}

type Event = 'installed' | 'startup' | 'added' | 'removed';

const LISTED = 'https://*.listed.example/*';

/** What the browser holds: sites allowed, scripts registered; as Chromium, it takes no id twice. */
const allowed: string[] = [];
const registered: Script[] = [];
const listeners = new Map<Event, () => void>();

function on(event: Event) {
  return { addListener: (listener: () => void) => listeners.set(event, listener) };
}

beforeEach(() => {
  allowed.splice(0, allowed.length, LISTED);
  registered.length = 0;
  listeners.clear();
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: [...allowed] }),
      onAdded: on('added'),
      onRemoved: on('removed'),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...registered],
      registerContentScripts: async (scripts: readonly Script[]) => {
        for (const script of scripts) {
          if (registered.some(({ id }) => id === script.id)) throw new Error('duplicate id');
          registered.push(script);
        }
      },
      unregisterContentScripts: async ({ ids }: { readonly ids: readonly string[] }) => {
        registered.splice(
          0,
          registered.length,
          ...registered.filter(({ id }) => !ids.includes(id)),
        );
      },
    },
  });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ host_permissions: [LISTED] }),
    onInstalled: on('installed'),
    onStartup: on('startup'),
  });
  keepSites();
});

const sites = () => registered.flatMap(({ matches }) => matches);
const happens = (...events: readonly Event[]) => {
  for (const event of events) listeners.get(event)?.();
};

describe('a site that the reader switched on', () => {
  it('is read from the permission on, and once', async () => {
    allowed.push('https://*.mine.example/*');
    happens('added', 'startup');
    await vi.waitFor(() => expect(sites()).toEqual(['https://*.mine.example/*']));
  });

  it('is read after an update, with which Chromium drops all scripts', async () => {
    allowed.push('https://*.mine.example/*', 'http://*.other.example/*');
    happens('added');
    await vi.waitFor(() => expect(registered).toHaveLength(2));
    registered.length = 0;
    happens('installed');
    await vi.waitFor(() =>
      expect(sites()).toEqual(['https://*.mine.example/*', 'http://*.other.example/*']),
    );
  });

  it('is left alone when the permission is taken back', async () => {
    allowed.push('https://*.mine.example/*');
    happens('added');
    await vi.waitFor(() => expect(registered).toHaveLength(1));
    allowed.pop();
    happens('removed');
    await vi.waitFor(() => expect(sites()).toEqual([]));
  });
});

it('a listed site is the manifest’s: nothing is registered for it', async () => {
  happens('installed', 'startup');
  allowed.push('https://*.mine.example/*');
  happens('added');
  await vi.waitFor(() => expect(sites()).toEqual(['https://*.mine.example/*']));
});
