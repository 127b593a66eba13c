import { resolve } from 'node:path';
import type { PageSettings } from '../http/page-routes';
import { jsonLogger } from '../log';
import { startTracker } from '../serve';
import type { Output } from './output';
import { digestUrlOf, portOf, readArgs, settingsOf, siteUrlOf, verdictsByTwoOf } from './settings';

/** `serve [--port N] [--host H] [--data DIR] [--ledger DIR]`: runs until SIGINT or SIGTERM. */
export async function serveCommand(
  args: readonly string[],
  out: Output,
  words: PageSettings['words'],
): Promise<number> {
  const { values } = readArgs(args, {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    ledger: { type: 'string' },
  });
  const { dataDir, databaseUrl } = settingsOf(values, process.env);
  const port = portOf(values.port, process.env);
  const siteUrl = siteUrlOf(process.env);
  const digestTo = digestUrlOf(process.env);
  const host = values.host ?? process.env['UADE_HOST'];
  const tracker = await startTracker({
    dataDir,
    words,
    ...folders(process.env),
    verdictsByTwo: verdictsByTwoOf(process.env),
    ...(digestTo !== null && { digestTo }),
    ...(siteUrl !== null && { siteUrl }),
    log: jsonLogger((line) => process.stderr.write(line)),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(databaseUrl !== null && { databaseUrl }),
    ...(values.ledger !== undefined && { ledgerDir: resolve(values.ledger) }),
  });
  out.line(`Uäde tracker on ${tracker.url} (${tracker.kind})`);
  await stopSignal();
  await tracker.close();
  return 0;
}

/** Folders that the environment may name. */
function folders(env: Readonly<Record<string, string | undefined>>) {
  const { UADE_PUBLISH_TO: publishTo, UADE_BACKUP_TO: backupTo } = env;
  return {
    ...(publishTo !== undefined && { publishTo: resolve(publishTo) }),
    ...(backupTo !== undefined && { backupTo: resolve(backupTo) }),
  };
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
