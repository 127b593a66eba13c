import fs from 'node:fs';
import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Device } from './device';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Chromium's side panel, which Playwright does not list among the pages: driven over the protocol itself. */
export class SidePanel {
  readonly #cdp: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  private constructor(cdp: CDPSession, sessionId: string) {
    this.#cdp = cdp;
    this.#sessionId = sessionId;
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** Waits for the clip form in a side panel. */
  static async ofForm(device: Device, beside: Page): Promise<SidePanel> {
    const cdp = await device.context.newCDPSession(beside);
    const find = async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find(({ url }) => url.includes('/clip.html?id='))?.targetId ?? '';
    };
    await expect.poll(find).not.toBe('');
    const { sessionId } = await cdp.send('Target.attachToTarget', {
      targetId: await find(),
      flatten: false,
    });
    return new SidePanel(cdp, sessionId);
  }

  async #send(method: string, params: object): Promise<unknown> {
    const id = ++this.#count;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.#cdp.send('Target.sendMessageToTarget', { message, sessionId: this.#sessionId });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }

  /** The value of an expression in the form's page. */
  async value(expression: string): Promise<unknown> {
    const params = { expression, returnByValue: true, awaitPromise: true };
    const answer = (await this.#send('Runtime.evaluate', params)) as {
      readonly result: { readonly value?: unknown };
    };
    return answer.result.value;
  }

  async screenshot(file: string): Promise<void> {
    const { data } = (await this.#send('Page.captureScreenshot', {})) as { data: string };
    fs.writeFileSync(file, Buffer.from(data, 'base64'));
  }
}
