import net from 'node:net';

/** How long a command may take before the connection is given up. */
const COMMAND_MS = 60_000;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Splits a stream of `length:json` into messages; an unfinished rest is kept. */
class Messages {
  #rest = Buffer.alloc(0);

  *take(chunk: Buffer): Generator<unknown> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const colon = this.#rest.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#rest.subarray(0, colon).toString());
      if (this.#rest.length < end) return;
      const json = this.#rest.subarray(colon + 1, end).toString();
      this.#rest = this.#rest.subarray(end);
      yield JSON.parse(json);
    }
  }
}

/** Marionette wraps most answers as `{value}`. */
function unwrapped(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const keys = Object.keys(answer);
  return 'value' in answer && keys.length === 1 ? answer.value : answer;
}

/** Firefox's Marionette protocol, version 3, over TCP: geckodriver is not needed. */
export class Marionette {
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
  }

  /** Connects once Firefox listens; rejects when it does not within the time. */
  static async connect(port: number, withinMs: number): Promise<Marionette> {
    const end = Date.now() + withinMs;
    for (;;) {
      const socket = await dial(port);
      if (socket !== null) return Marionette.#greet(socket);
      if (Date.now() > end) throw new Error(`Firefox does not listen on port ${port}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  static #greet(socket: net.Socket): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const client = new Marionette(socket);
      const messages = new Messages();
      socket.on('data', (chunk) => {
        for (const message of messages.take(chunk)) {
          // The greeting is the one message that is no array.
          if (Array.isArray(message)) client.#settle(message);
          else resolve(client);
        }
      });
      socket.once('close', () => {
        client.#failAll(new Error('Firefox closed the connection'));
        reject(new Error('Firefox closed the connection before its greeting'));
      });
    });
  }

  #settle([, id, error, value]: readonly unknown[]): void {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error === null) waiting?.resolve(unwrapped(value));
    else waiting?.reject(new Error(JSON.stringify(error)));
  }

  #failAll(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  /** Sends one command and answers its value. */
  send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${command}: no answer within ${COMMAND_MS / 1000} s`));
      }, COMMAND_MS);
      this.#waiting.set(id, {
        resolve: (value) => {
          clearTimeout(late);
          resolve(value);
        },
        reject: (error) => {
          clearTimeout(late);
          reject(error);
        },
      });
      const json = Buffer.from(JSON.stringify([0, id, command, parameters]));
      this.#socket.write(Buffer.concat([Buffer.from(`${json.length}:`), json]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

function dial(port: number): Promise<net.Socket | null> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}
