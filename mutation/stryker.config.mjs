import process from 'node:process'

// What `npm run mutate` gives: which files are changed, and where the report goes.
const files = (process.env.NETRA_MUTATED ?? '').split(',')

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  tap: {
    // The tests beside it: what judges is shown to be right in its own room.
    testFiles: [...new Set(files.map((file) => file.split('/').slice(0, 2).join('/')))].map(
      (room) => `${room}/**/*.test.ts`,
    ),
    nodeArgs: ['--test-reporter=tap', '--require', '{{hookFile}}', '{{testFile}}'],
  },
  // A test is begun some thousand times: what it loads is compiled beforehand.
  buildCommand: 'node mutation/compile.mjs',
  mutate: [...files, '!support/**/*.test.ts', '!support/**/*-schema.ts'],
  // How a sentence is worded is judged by its readers, and by the patterns of the proof.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: process.env.NETRA_MUTATION_REPORT },
  tempDirName: 'reports/.stryker',
  ignorePatterns: [
    '/reports',
    '/.git',
    '/proof',
    '/local-stack',
    '/docs/decisions',
    '/load/node_modules',
    '/mutation/node_modules',
  ],
  disableTypeChecks: false,
  allowConsoleColors: false,
}
