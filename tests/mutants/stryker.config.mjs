const room = process.env.UADE_ROOM;

/** Changes the code of one room (`UADE_ROOM`) in small ways, and looks whether a test of the room notices. */
const CONFIG = {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  mutate: [`lib/${room}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A mutant that runs on for good ends sooner; the tests that cover one take less than a second together.
  timeoutMS: 3000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.data/mutants/${room}.json` },
  incremental: true,
  incrementalFile: `.data/mutants/${room}-verdicts.json`,
  tempDirName: '.tmp/mutants',
  // Stryker would rewrite it with the TypeScript API, which TypeScript 7 does not have.
  tsconfigFile: 'none',
  ignorePatterns: ['.output', '.data', 'docs', 'public', 'entrypoints', 'components'],
};

export default CONFIG;
