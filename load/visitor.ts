import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { passThrough } from '../support/promises/isolation/load.ts'
import { faultIn } from '../support/promises/isolation/load.checks.ts'
import { readEnvironment } from '../support/target/environment.ts'
import type { Health } from '../support/target/run-context.ts'
import type { Target } from '../support/target/settings.ts'
import { UNPACED } from '../support/waiting/pacer.ts'
import { Scenario } from '../support/world/scenario.ts'
import { historyLines } from './history-lines.ts'
import { readyTarget } from './ready-target.ts'

/** What Artillery counts by: a name, and how often, or how long in milliseconds. */
export interface Metrics {
  emit(kind: 'counter' | 'histogram', name: string, value: number): void
}

const worker = openWorker()

/**
 * One person's whole way through the platform, as Artillery calls it for everybody who comes. Her history is written
 * when she has gone, and what she has made is taken back.
 *
 * @throws {Error} in one line, where she did not come through
 */
export async function visit(_context: unknown, metrics: Metrics): Promise<void> {
  const { scenario, file } = await worker()
  const person = scenario.cast.person('Asha')
  const passage = await passThrough(person)
  appendFileSync(
    file,
    historyLines(scenario, person, passage)
      .map((text) => `${text}\n`)
      .join(''),
  )
  for (const [phase, ms] of Object.entries(passage.took)) metrics.emit('histogram', `netra.${phase}`, ms)
  person.windUp()
  const left = await scenario.undo.run()
  await person.disconnect()
  scenario.stalls.stop()
  const fault = faultIn(passage) ?? left[0]
  if (fault !== undefined) throw new Error(fault)
}

/** One worker of the engine: its target is looked at once, and its histories stand in one file. */
function openWorker(): () => Promise<{ readonly scenario: Scenario; readonly file: string }> {
  const { NETRA_LOAD_HISTORIES: folder = 'histories', ...environment } = readEnvironment()
  // So short that it tells nobody apart in a text.
  const name = `l${randomBytes(3).toString('hex')}`
  const stop = new AbortController().signal
  let known: Promise<readonly [Target, Health]> | undefined
  let people = 0
  return async () => {
    known ??= readyTarget(environment)
    const [target, health] = await known
    mkdirSync(folder, { recursive: true })
    const run = { id: name, folder: '', reports: '' }
    const setting = {
      id: `LOAD-${(people += 1)}`,
      run,
      target,
      health,
      crowds: {},
      worker: 0,
      pacer: UNPACED,
      stop,
    }
    return { scenario: new Scenario(setting), file: join(folder, `${name}.history`) }
  }
}
