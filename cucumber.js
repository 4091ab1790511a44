require('./support/run/loading.cjs')
const { guardProfiles } = require('./support/run/command-line.ts')

const reports = process.env.NETRA_REPORTS || 'reports'

const paths = ['features/*.feature']

const common = {
  paths,
  requireModule: ['ts-node/register'],
  require: ['support/setup/*.ts', 'step-definitions/**/*.ts'],
  plugin: ['./support/run/plugin.ts'],
  pluginOptions: {
    netra: { reports, paths, dryRun: process.argv.some((word) => word === '--dry-run' || word === '-d') },
  },
  format: [
    './support/run/progress-format.ts',
    `html:${reports}/cucumber.html`,
    `message:${reports}/messages.ndjson`,
  ],
  formatOptions: { includeAttachments: false },
}

const profiles = {
  default: common,
  // For many runs in a row: the verdict and the evidence, without the large reports.
  quiet: { ...common, format: ['summary'] },
}

module.exports = guardProfiles(profiles, process.argv)
