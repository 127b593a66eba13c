import fs from 'node:fs';

interface NetEvent {
  readonly type: number;
  readonly params?: { readonly url?: string; readonly initiator?: string };
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

/** Reads Chromium's `--log-net-log` file of a browser that has been closed. */
export function readNetLog(file: string, extensionId: string): Requested {
  const log: NetLog = JSON.parse(fs.readFileSync(file, 'utf8'));
  const start = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  const hosts = new Set<string>();
  let ofExtension = 0;
  for (const { type, params } of log.events) {
    if (type !== start || params?.url === undefined) continue;
    const url = new URL(params.url);
    if (!/^(https?|wss?):$/.test(url.protocol)) continue;
    hosts.add(url.host);
    if (params.initiator?.startsWith(`chrome-extension://${extensionId}`)) ofExtension++;
  }
  return { hosts, ofExtension };
}
