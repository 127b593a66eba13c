import fs from 'node:fs';
import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Device } from './device';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Chromium's side panel or popup, which Playwright does not list among the pages: driven over the protocol itself. */
export class UnlistedPage {
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
  static ofForm(device: Device, beside: Page): Promise<UnlistedPage> {
    return UnlistedPage.#at('/clip.html?id=', device, beside);
  }

  /** Opens the popup as the button in the browser's bar does: it may then ask what the tab shows. */
  static async ofPopup(device: Device, over: Page): Promise<UnlistedPage> {
    const cdp = await device.context.browser()?.newBrowserCDPSession();
    const tabs = await cdp?.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = tabs?.targetInfos.find(({ url }) => url === over.url());
    // Of a domain that the types of Playwright do not list.
    const send = cdp?.send.bind(cdp) as
      | ((method: string, params: object) => Promise<unknown>)
      | undefined;
    await send?.('Extensions.triggerAction', { id: device.extensionId, targetId: tab?.targetId });
    return await UnlistedPage.#at('/popup.html', device, over);
  }

  static async #at(address: string, device: Device, beside: Page): Promise<UnlistedPage> {
    const cdp = await device.context.newCDPSession(beside);
    const find = async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find(({ url }) => url.includes(address))?.targetId ?? '';
    };
    await expect.poll(find).not.toBe('');
    const { sessionId } = await cdp.send('Target.attachToTarget', {
      targetId: await find(),
      flatten: false,
    });
    return new UnlistedPage(cdp, sessionId);
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

  /** Presses a key and lets it go. */
  async press(key: 'Tab' | 'Enter'): Promise<void> {
    const code = { Tab: 9, Enter: 13 }[key];
    const stroke = { key, code: key, windowsVirtualKeyCode: code };
    const text = key === 'Enter' ? { text: '\r' } : {};
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, ...text });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = (await this.#send('Page.captureScreenshot', {})) as { data: string };
    fs.writeFileSync(file, Buffer.from(data, 'base64'));
  }
}
