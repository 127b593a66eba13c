import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

const ROOT = new URL('../..', import.meta.url).pathname;
const room = process.env['UADE_ROOM'] ?? '';
/** Tests beside the room's own folder that are about it. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  ledger: ['tests/properties/{ledger,partial-dates}.test.ts'],
  quotes: ['tests/properties/{quotes,nearest}.test.ts'],
};

/**
 * Tests that a mutant keeps from loading are no tests for Stryker, and the mutant would count as survived: as an error
 * it counts as none.
 */
class LoadErrors implements Reporter {
  #vitest: Vitest | null = null;
  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }
  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) this.#vitest?.state.catchError(error, 'Unhandled Error');
  }
}

/** The tests of one room, without WXT and browsers: none of these rooms knows them. */
export default defineConfig({
  root: ROOT,
  resolve: { alias: { '@': ROOT } },
  test: {
    include: [`tests/unit/${room}/**/*.test.ts`, ...(MORE[room] ?? [])],
    testTimeout: 20_000,
    // A process for each of the tests' files would take most of a mutant's time; the verdicts are the same.
    isolate: false,
    reporters: [new LoadErrors()],
  },
});
