import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Marionette } from './marionette';

const START_MS = 60_000;
const END_MS = 8_000;
const POLL_MS = 100;

/** Firefox meets nobody but this machine: its own errands go nowhere. */
const QUIET_PREFS = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  // An extension that is loaded for trying out goes with the browser; what it keeps stays, as an installed one's does.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // Off is off: when offline everything goes by a proxy that is not there, this machine's own addresses too.
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'xpinstall.signatures.required': false,
} as const;

/** A place in the window, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const DOWN = { type: 'pointerDown', button: 0 } as const;
const UP = { type: 'pointerUp', button: 0 } as const;

function moveTo({ x, y }: Place) {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 } as const;
}

/** Keys that are no letters, as WebDriver numbers them. */
const KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  Backspace: '\uE003',
  Control: '\uE009',
  Down: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  Right: '\uE014',
  Shift: '\uE008',
  Tab: '\uE004',
};

type Pref = string | number | boolean;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

function writePrefs(profile: string, prefs: Record<string, Pref>): void {
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
}

/** A headless Firefox with one extension, driven without a driver. Its profile is the caller's folder. */
export class Firefox {
  readonly #marionette: Marionette;
  readonly #child: ChildProcess;

  private constructor(marionette: Marionette, child: ChildProcess) {
    this.#marionette = marionette;
    this.#child = child;
  }

  /** `uuids` fixes the host of the extension's own pages: `{extension id: uuid}`. */
  static async open(bin: string, profile: string, uuids: Record<string, string>): Promise<Firefox> {
    const port = await freePort();
    writePrefs(profile, {
      ...QUIET_PREFS,
      'marionette.port': port,
      'extensions.webextensions.uuids': JSON.stringify(uuids),
    });
    const flags = ['--no-remote', '--marionette', '--remote-allow-system-access', '--headless'];
    const child = spawn(bin, ['--profile', profile, ...flags], {
      stdio: 'ignore',
      env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    try {
      const marionette = await Marionette.connect(port, START_MS);
      await marionette.send('WebDriver:NewSession', { capabilities: {} });
      return new Firefox(marionette, child);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Installs an unpacked extension until Firefox ends, for private windows too. */
  async install(folder: string): Promise<void> {
    const how = { temporary: true, allowPrivateBrowsing: true };
    await this.#marionette.send('Addon:Install', { path: folder, ...how });
  }

  async goto(url: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url });
  }

  /** Runs the body of a function in the page; a promise that it returns is awaited. */
  run(body: string, args: readonly unknown[] = []): Promise<unknown> {
    return this.#marionette.send('WebDriver:ExecuteScript', {
      script: body,
      args,
      sandbox: null,
      newSandbox: true,
    });
  }

  /** Polls a body until it answers something truthy; rejects with the last answer when it never does. */
  async until(body: string, args: readonly unknown[] = [], withinMs = 20_000): Promise<unknown> {
    const end = Date.now() + withinMs;
    for (;;) {
      const answer = await this.run(body, args);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`never true: ${body}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Runs the body of a function with the browser's own rights. */
  async chrome(body: string, args: readonly unknown[] = []): Promise<unknown> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await this.run(body, args);
    } finally {
      await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** Cuts the whole browser off, or lets it on the network again. */
  async setOffline(offline: boolean): Promise<void> {
    await this.chrome(
      `Services.prefs.setIntPref('network.proxy.type', arguments[0] ? 1 : 0);
      Services.io.offline = arguments[0];`,
      [offline],
    );
  }

  /** Opens a new window, private or not, and goes on in it; the answer leads back to the one before. */
  async newWindow(isPrivate = false): Promise<() => Promise<void>> {
    const before = await this.#marionette.send('WebDriver:GetWindowHandle');
    const what = { type: 'window', focus: true, private: isPrivate };
    const opened = (await this.#marionette.send('WebDriver:NewWindow', what)) as { handle: string };
    await this.#switchTo(opened.handle);
    return async () => {
      await this.#marionette.send('WebDriver:CloseWindow');
      await this.#switchTo(before);
    };
  }

  async #switchTo(handle: unknown): Promise<void> {
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
  }

  /** Waits for a window or tab whose address holds some words, and goes on in it; the answer leads back. */
  async enter(address: string, withinMs = 20_000): Promise<() => Promise<void>> {
    const before = await this.#marionette.send('WebDriver:GetWindowHandle');
    const end = Date.now() + withinMs;
    for (;;) {
      const handles = await this.#marionette.send('WebDriver:GetWindowHandles');
      for (const handle of handles as unknown[]) {
        await this.#switchTo(handle);
        const here = await this.#marionette.send('WebDriver:GetCurrentURL');
        if (String(here).includes(address)) {
          return async () => {
            await this.#marionette.send('WebDriver:CloseWindow');
            await this.#switchTo(before);
          };
        }
      }
      if (Date.now() > end) throw new Error(`no window with ${address}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Makes the page in front as wide as a phone's: Firefox's own windows are no narrower than some 490 px. */
  async narrow(width: number): Promise<void> {
    await this.chrome(`gBrowser.selectedBrowser.style.maxWidth = arguments[0];`, [`${width}px`]);
    await this.until('return document.documentElement.clientWidth <= arguments[0];', [width]);
  }

  /** A picture of what the window shows. */
  async screenshot(file: string): Promise<void> {
    const png = await this.#marionette.send('WebDriver:TakeScreenshot', { full: false });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, Buffer.from(String(png), 'base64'));
  }

  async #pointer(type: 'mouse' | 'touch', actions: readonly object[]): Promise<void> {
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: [{ type: 'pointer', id: type, parameters: { pointerType: type }, actions }],
    });
  }

  /** Moves the real pointer to a place of the window and leaves it there. */
  async pointAt(x: number, y: number): Promise<void> {
    const move = moveTo({ x, y });
    await this.#pointer('mouse', [{ ...move, x: Math.max(0, move.x - 3) }, move]);
  }

  /** Presses and releases at a place, as a mouse or a finger. */
  async press(at: Place, type: 'mouse' | 'touch' = 'mouse'): Promise<void> {
    await this.#pointer(type, [moveTo(at), DOWN, UP]);
  }

  /** Drags the mouse from one place to another with its button held. */
  async drag(from: Place, to: Place): Promise<void> {
    const halfway = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    await this.#pointer('mouse', [moveTo(from), DOWN, moveTo(halfway), moveTo(to), UP]);
  }

  /** Presses keys one after another; names as in `KEYS`, else the letter itself; `held` are down meanwhile. */
  async keys(keys: readonly string[], held: readonly string[] = []): Promise<void> {
    const of = (key: string) => KEYS[key] ?? key;
    const down = (key: string) => ({ type: 'keyDown', value: of(key) });
    const up = (key: string) => ({ type: 'keyUp', value: of(key) });
    const strokes = keys.flatMap((key) => [down(key), up(key)]);
    const actions = [...held.map(down), ...strokes, ...held.map(up)];
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: [{ type: 'key', id: 'keys', actions }],
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    const late = setTimeout(() => this.#child.kill('SIGKILL'), END_MS);
    // Firefox often drops the connection before it answers this.
    await this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null);
    await ended;
    clearTimeout(late);
    this.#marionette.close();
  }
}
