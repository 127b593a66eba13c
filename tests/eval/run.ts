import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Every evaluation by its name, loaded when it is asked for. */
const OWN = ['detect', 'corpus', 'noise', 'all'];

interface Evaluation {
  run(args: string[]): Promise<void>;
}

async function load(name: string): Promise<Evaluation> {
  const path = join(import.meta.dirname, `${name}.ts`);
  if (!/^[a-z-]+$/u.test(name) || !existsSync(path))
    throw new Error(
      `no evaluation "${name}"; there are ${OWN.join(', ')} and the files of tests/eval`,
    );
  const loaded: unknown = await import(path);
  if (typeof loaded !== 'object' || loaded === null || !('run' in loaded))
    throw new Error(`tests/eval/${name}.ts exports no run()`);
  // The one shape that these files export.
  return loaded as Evaluation;
}

async function main(): Promise<void> {
  const [name = 'all', ...args] = process.argv.slice(2);
  const evaluation = await load(name);
  await evaluation.run(args);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
