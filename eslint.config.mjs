import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which rooms of `support/` a room may use. Arrows point one way; `expect` and `waiting` know no client. */
const ROOMS = {
  wire: ['contract'],
  contract: ['wire'],
  waiting: [],
  expect: ['contract', 'waiting', 'wire'],
  target: ['contract', 'waiting'],
  monitors: ['contract', 'wire'],
  evidence: ['contract', 'wire'],
  clients: ['contract', 'target', 'waiting', 'wire'],
  world: ['clients', 'contract', 'evidence', 'expect', 'monitors', 'target', 'waiting', 'wire'],
  workflows: ['clients', 'contract', 'expect', 'target', 'waiting', 'wire', 'world'],
  verdict: ['expect', 'target', 'wire'],
  report: ['verdict'],
  run: [
    'clients',
    'contract',
    'evidence',
    'expect',
    'monitors',
    'report',
    'target',
    'verdict',
    'waiting',
    'wire',
    'world',
  ],
}

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate']
const TIMER_MESSAGE = 'Only support/waiting may touch a timer: wait for an event, with a deadline.'

const OUTSIDE = [
  { regex: '^\\.\\./', message: "Across folders, import through the package's own map (#clients/…)." },
  { regex: 'local-stack', message: 'The suite knows its target by address only.' },
]

const MODULE_STATE = [
  '> VariableDeclaration[kind="let"]',
  '> ExportNamedDeclaration > VariableDeclaration[kind="let"]',
  '> VariableDeclaration > VariableDeclarator > :matches(NewExpression[callee.name=/^(Map|Set)$/], [elements.length=0])',
].map((place) => ({
  selector: `Program ${place}`,
  message: 'Nothing mutable at module level: use a closure.',
}))

function directionRule(room, allowed) {
  const forbidden = Object.keys(ROOMS).filter((other) => other !== room && !allowed.includes(other))
  const patterns = forbidden.map((other) => ({
    regex: `^#${other}/`,
    message: `${room} may not know ${other}: arrows point one way (see eslint.config.mjs).`,
  }))
  return {
    files: [`support/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...OUTSIDE, ...patterns], paths: TIMER_MODULES(room) }],
    },
  }
}

function TIMER_MODULES(room) {
  if (room === 'waiting') return []
  return ['node:timers', 'node:timers/promises'].map((name) => ({ name, message: TIMER_MESSAGE }))
}

export default defineConfig(
  globalIgnores(['**/node_modules/', 'reports/', 'local-stack/frontend/public/']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 150],
      'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    files: ['support/**/*.ts', 'step-definitions/**/*.ts'],
    ignores: ['support/waiting/**'],
    rules: {
      'no-restricted-globals': ['error', ...TIMERS.map((name) => ({ name, message: TIMER_MESSAGE }))],
      'no-restricted-imports': ['error', { patterns: OUTSIDE, paths: TIMER_MODULES('') }],
    },
  },
  {
    files: ['support/**/*.ts', 'step-definitions/**/*.ts'],
    ignores: ['support/target/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only support/target/environment.ts reads the environment.',
        },
      ],
    },
  },
  ...Object.entries(ROOMS).map(([room, allowed]) => directionRule(room, allowed)),
  {
    // A service is put together by functions that return an object of small functions; see compose.ts.
    files: ['local-stack/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      // Fastify tells an asynchronous hook by its being async.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // A defect reads best when it looks like the part that it stands in for.
    files: ['proof/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['proof/**/*.ts', 'support/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MODULE_STATE] },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'max-lines-per-function': 'off',
      // node:test's own functions return promises that the runner takes care of.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['.ci/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly' } } },
  {
    files: ['cucumber.js', '**/*.cjs'],
    languageOptions: {
      globals: { module: 'writable', process: 'readonly', require: 'readonly', setTimeout: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
