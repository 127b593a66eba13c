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
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'xpinstall.signatures.required': false,
} as const;

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

  /** Installs an unpacked extension until Firefox ends. */
  async install(folder: string): Promise<void> {
    await this.#marionette.send('Addon:Install', { path: folder, temporary: true });
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

  /** Moves the real pointer to a place of the window and leaves it there. */
  async pointAt(x: number, y: number): Promise<void> {
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
    const nearby = { ...move, x: Math.max(0, move.x - 3) };
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [nearby, move],
        },
      ],
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
