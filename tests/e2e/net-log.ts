import fs from 'node:fs';

interface NetEvent {
  readonly type: number;
  readonly params?: {
    readonly url?: string;
    readonly initiator?: string;
    readonly request_type?: string;
  };
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly NetEvent[];
}

/** Where requests of one run went, as the browser's own network log tells. */
export interface Requested {
  /** Hosts with port, of requests over the network. */
  readonly hosts: ReadonlySet<string>;
  /** How many requests the extension's own origin made. */
  readonly ofExtension: number;
}

/**
 * The browser runs errands of its own (is there an update of a component?): these have no page or extension
 * behind them. Whatever a page, a content script or the extension asks for names its origin, or is a frame.
 */
function isOwnErrand({ params }: NetEvent): boolean {
  return params?.initiator === 'not an origin' && params.request_type === 'other';
}

/** Reads Chromium's `--log-net-log` file of a browser that has been closed. */
export function readNetLog(file: string, extensionId: string): Requested {
  const log: NetLog = JSON.parse(fs.readFileSync(file, 'utf8'));
  const start = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  const hosts = new Set<string>();
  let ofExtension = 0;
  for (const event of log.events) {
    const { type, params } = event;
    if (type !== start || params?.url === undefined || isOwnErrand(event)) continue;
    const url = new URL(params.url);
    if (!/^(https?|wss?):$/.test(url.protocol)) continue;
    hosts.add(url.host);
    if (params.initiator?.startsWith(`chrome-extension://${extensionId}`)) ofExtension++;
  }
  return { hosts, ofExtension };
}
