// Cucumber is told here that TypeScript is loaded by ts-node (types are checked apart, by `npm run check`).
process.env.NODE_COMPILE_CACHE ??= require('node:path').resolve('node_modules/.cache/netra/compiled')
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
require('ts-node/register')
const { guardProfiles } = require('./support/run/command-line.ts')

const reports = process.env.NETRA_REPORTS || 'reports'

const common = {
  paths: ['features/*.feature'],
  requireModule: ['ts-node/register'],
  require: ['support/setup/*.ts', 'step-definitions/**/*.ts'],
  plugin: ['./support/run/plugin.ts'],
  pluginOptions: {
    netra: { reports, dryRun: process.argv.some((word) => word === '--dry-run' || word === '-d') },
  },
  format: [
    'progress',
    `html:${reports}/cucumber.html`,
    `junit:${reports}/junit.xml`,
    `message:${reports}/messages.ndjson`,
  ],
  formatOptions: { includeAttachments: false },
}

const profiles = {
  default: common,
  // For many runs in a row: the verdict and the evidence, without the large reports.
  quiet: { ...common, format: ['summary', `junit:${reports}/junit.xml`] },
}

module.exports = guardProfiles(profiles, process.argv)
