/**
 * A process in which the suite stays loaded, for one run after another. Each run has settings, a World and reports
 * of its own; what a run leaves behind here is told. It ends when the process that started it lets go of the channel.
 */
import { loadConfiguration, loadSupport, runCucumber, type IRunOptions } from '@cucumber/cucumber/api'
import { tellParent } from '@netra/local-stack/service-kit/child-process'
import { endWhenRed, type AwaitedRed } from './early-end.ts'
import type { HostedRun, HostedRunResult } from './hosted-run.ts'
import { takeInventory } from './inventory-of-process.ts'

type Suite = Promise<{ readonly options: IRunOptions; readonly support: IRunOptions['support'] }>

/** @returns runs the suite, which is loaded once */
function createHost(): (request: HostedRun) => Promise<HostedRunResult> {
  const suite = load()
  const plain = { ...process.env }
  let due: readonly AwaitedRed[] = []
  void suite.then(() => endWhenRed(() => due))
  return async ({ environment, tags, folder, awaited }) => {
    const { options, support } = await suite
    due = awaited
    const before = takeInventory()
    setEnvironment({ ...plain, ...environment })
    const exits = process.listeners('exit')
    await runCucumber(configure({ ...options, support }, tags, folder), { cwd: process.cwd() })
    // With which code this process would end is nobody's concern: it goes on.
    for (const added of process.listeners('exit')) if (!exits.includes(added)) process.off('exit', added)
    setEnvironment(plain)
    return { leftBehind: await before.remainder() }
  }
}

async function load(): Suite {
  const { runConfiguration } = await loadConfiguration({ profiles: ['quiet'] })
  return { options: runConfiguration, support: await loadSupport(runConfiguration) }
}

function configure(options: IRunOptions, tagExpression: string, folder: string): IRunOptions {
  const { plugins, formats, sources } = options
  const netra = { ...(plugins?.options['netra'] as object), reports: folder }
  return {
    ...options,
    plugins: { specifiers: plugins?.specifiers ?? [], options: { ...plugins?.options, netra } },
    sources: { ...sources, tagExpression },
    formats: { ...formats, files: {} },
  }
}

function setEnvironment(wanted: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in wanted)) delete process.env[name]
  Object.assign(process.env, wanted)
}

const run = createHost()
process.on('message', (request: HostedRun) => {
  run(request).then(tellParent, (error: unknown) => {
    tellParent({ failed: error instanceof Error ? error.message : String(error) })
  })
})
process.once('disconnect', () => process.exit())
