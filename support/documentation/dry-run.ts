import { Writable } from 'node:stream'
import { runCucumber, type IRunOptions } from '@cucumber/cucumber/api'
import type { Envelope } from '@cucumber/messages'

const LOOK_ONLY: IRunOptions = {
  sources: {
    paths: ['features/*.feature'],
    defaultDialect: 'en',
    names: [],
    tagExpression: '',
    order: 'defined',
  },
  // No hooks and no plugin: nothing is started, and nothing has to be taken back.
  support: { requirePaths: ['support/setup/parameter-types.ts', 'step-definitions/**/*.ts'] },
  runtime: {
    dryRun: true,
    failFast: false,
    filterStacktraces: true,
    parallel: 0,
    retry: 0,
    retryTagFilter: '',
    strict: true,
    worldParameters: {},
  },
  formats: { stdout: 'summary', files: {}, publish: false, options: {} },
}

/** What Cucumber itself says of the features, the phrases and which step is which phrase. Once a process. */
export async function dryRun(): Promise<Envelope[]> {
  const messages: Envelope[] = []
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() })
  await runCucumber(LOOK_ONLY, { stdout }, (message) => messages.push(message))
  return messages
}
