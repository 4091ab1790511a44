import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'
import { OUTSIDE, TIMER_MESSAGE, TIMER_PATHS, TIMERS, WALLS } from './support/rooms.mjs'

const MODULE_STATE = [
  '> VariableDeclaration[kind="let"]',
  '> ExportNamedDeclaration > VariableDeclaration[kind="let"]',
  '> VariableDeclaration > VariableDeclarator > :matches(NewExpression[callee.name=/^(Map|Set)$/], [elements.length=0])',
].map((place) => ({
  selector: `Program ${place}`,
  message: 'Nothing mutable at module level: use a closure.',
}))

/** What needs a docstring where it is exported. */
const DOCUMENTED = {
  require: { ClassDeclaration: true, FunctionDeclaration: true },
  contexts: [
    'TSInterfaceDeclaration',
    'TSTypeAliasDeclaration',
    'Program > ExportNamedDeclaration > VariableDeclaration',
  ],
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
      'no-restricted-imports': ['error', { patterns: OUTSIDE, paths: TIMER_PATHS }],
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
  {
    // Whatever another file may use says what it gives.
    files: ['support/**/*.ts', 'step-definitions/**/*.ts', 'bench/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { jsdoc },
    rules: { 'jsdoc/require-jsdoc': ['error', { publicOnly: true, enableFixer: false, ...DOCUMENTED }] },
  },
  ...WALLS,
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
      // A test file mirrors its source, however many cases that has.
      'max-lines': ['error', 300],
      'max-lines-per-function': 'off',
      // node:test's own functions return promises that the runner takes care of.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['support/report/page/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: Object.fromEntries(
        ['document', 'addEventListener', 'location', 'navigator', 'HTMLDetailsElement', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  { files: ['.ci/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly' } } },
  {
    files: ['cucumber.js', '**/*.cjs'],
    languageOptions: {
      globals: { module: 'writable', process: 'readonly', require: 'readonly', setTimeout: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
