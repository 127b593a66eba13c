import { backupCommand, restoreCommand } from './commands/backup';
import { checkCommand } from './commands/check';
import { exportCommand, importCommand } from './commands/folders';
import { inviteCommand } from './commands/invite';
import type { Output } from './commands/output';
import { keysCommand, publishCommand } from './commands/publish';
import { serveCommand } from './commands/serve';
import type { PageSettings } from './http/page-routes';
import { OperatorError } from './store/sql';

type Words = PageSettings['words'];

type Command = (args: readonly string[], out: Output, words: Words) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['serve', serveCommand],
  ['import', importCommand],
  ['export', exportCommand],
  ['check', checkCommand],
  ['invite', inviteCommand],
  ['publish', publishCommand],
  ['keys', keysCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
]);

const output: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  fault: (text) => void process.stderr.write(`${text}\n`),
};

/** The tracker's command line; `words` are the sentences of the plain pages. Answers the exit status. */
export async function main(args: readonly string[], words: Words): Promise<number> {
  const [name = '', ...rest] = args;
  const command = COMMANDS.get(name);
  if (command === undefined) {
    output.fault(`Commands: ${[...COMMANDS.keys()].join(', ')}.`);
    return 1;
  }
  try {
    return await command(rest, output, words);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    output.fault(error.message);
    return 1;
  }
}
