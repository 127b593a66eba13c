/**
 * Starts a Chromium-like browser with the unpacked extension, over the debugging pipe: branded Chrome
 * ignores `--load-extension`, and `Extensions.loadUnpacked` works in all of them. Plain Node.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Plain } from './prepare.mjs';

const HEADLESS_FLAGS = ['--headless=new', '--disable-gpu', '--window-size=1280,900'];
/** A check must meet nobody but the tracker: the browser's own errands are switched off. */
const QUIET_FLAGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-pings',
  // A page may name pictures elsewhere: a check meets this machine and nobody else.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
const START_MS = 60_000;
const CALL_MS = 30_000;
const CLOSE_MS = 5_000;

/** One sentence of Chromium over the pipe: `\0`-ended JSON on file descriptors 3 and 4. */
class Pipe {
  #waiting = new Map();
  #listeners = new Set();
  #count = 0;
  #rest = '';
  #end = null;

  constructor(child) {
    this.out = child.stdio[3];
    const answers = child.stdio[4];
    // A closing browser breaks the pipe; `#fail` below tells all who wait.
    this.out.on('error', () => this.#fail('the browser closed its debugging pipe'));
    answers.on('error', () => this.#fail('the browser closed its debugging pipe'));
    answers.setEncoding('utf8').on('data', (text) => this.#read(text));
    child.once('exit', (code) => this.#fail(`the browser ended with code ${code}`));
    child.once('error', (error) =>
      this.#fail(`the browser could not be started: ${error.message}`),
    );
  }

  #fail(why) {
    this.#end ??= new Error(why);
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }

  #read(text) {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#take(JSON.parse(message));
  }

  #take(message) {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.resolve(message.result);
  }

  onEvent(listener) {
    this.#listeners.add(listener);
  }

  send(method, params = {}, sessionId, ms = CALL_MS) {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${method}: no answer within ${ms / 1000} s`));
      }, ms);
      const settle = (end) => (value) => {
        clearTimeout(late);
        end(value);
      };
      this.#waiting.set(id, { method, resolve: settle(resolve), reject: settle(reject) });
      this.out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }
}

/** A tab, driven over the pipe. */
export class Tab {
  constructor(pipe, targetId, sessionId) {
    this.pipe = pipe;
    this.targetId = targetId;
    this.sessionId = sessionId;
  }

  send(method, params) {
    return this.pipe.send(method, params, this.sessionId);
  }

  /** Value of a JavaScript expression in the tab's page; promises are awaited, what it throws is thrown. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Calls a function in the page with JSON-able arguments. */
  call(fn, ...args) {
    return this.evaluate(`(${fn})(...${JSON.stringify(args)})`);
  }

  /** Polls a function in the page until its answer is truthy; a `Plain` with `missing` when it never is. */
  async until(fn, args, missing, ms) {
    const end = Date.now() + ms;
    for (;;) {
      const answer = await this.call(fn, ...args);
      if (answer) return answer;
      if (Date.now() > end) throw new Plain(missing);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  close() {
    return this.pipe.send('Target.closeTarget', { targetId: this.targetId });
  }
}

function launch({ bin, profile, headless, env }) {
  mkdirSync(profile, { recursive: true });
  const flags = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium refuses its sandbox to root, as in containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? [...HEADLESS_FLAGS, ...QUIET_FLAGS] : []),
  ];
  return spawn(bin, [...flags, 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
}

async function closeBrowser(pipe, child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
  // A browser that dies while it answers has done what was asked.
  await pipe.send('Browser.close').catch(() => undefined);
  await gone;
  clearTimeout(late);
}

/**
 * Starts the browser with the extension and answers
 * `{extensionId, product, child, openTab(url), onEvent(listener), close()}`.
 * `profile` is made when missing; `headless` also switches the browser's own errands off.
 */
export async function openChromium({ bin, extension, profile, headless = false, env = {} }) {
  const child = launch({ bin, profile, headless, env });
  const pipe = new Pipe(child);
  try {
    const { product } = await pipe.send('Browser.getVersion', {}, undefined, START_MS);
    const { id } = await pipe.send('Extensions.loadUnpacked', { path: path.resolve(extension) });
    return {
      product,
      extensionId: id,
      child,
      onEvent: (listener) => pipe.onEvent(listener),
      async openTab(url) {
        const { targetId } = await pipe.send('Target.createTarget', { url });
        const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
        return new Tab(pipe, targetId, sessionId);
      },
      close: () => closeBrowser(pipe, child),
    };
  } catch (failure) {
    child.kill('SIGKILL');
    throw new Plain(
      `${bin} did not start with the extension (${failure.message}): set CHROMIUM to another Chromium, Chrome or Edge.`,
    );
  }
}
