import { TroubleWatch } from '#monitors/trouble'
import { faultFoundIn, isUntold, withFindings } from '#preflight/consequences'
import { lookAhead } from '#preflight/preflight'
import { readEnvironment } from '#target/environment'
import {
  findNote,
  leaveNote,
  readRun,
  type Health,
  type RunAbort,
  type RunContext,
} from '#target/run-context'
import { readTarget, type Target } from '#target/settings'
import { seconds } from '#waiting/duration'
import { Wire } from '#wire/wire'
import { AccountLedger } from './account-ledger.ts'
import { examine } from './health.ts'
import { hastyPacerFor } from './shared-pace.ts'

/** Once, before the first scenario: is the target there, is it the right one, and what does it offer? */
export async function checkHealth(): Promise<void> {
  const run = readRun()
  if (findNote(run, 'refusal')) return
  const target = readTarget(readEnvironment())
  const health = await examine(target, (progress) => console.error(progress))
  leaveNote(run, 'health', health)
  const refusal = health.healthy ? await lookBefore(run, target, health) : illnessOf(health)
  if (refusal) leaveNote(run, 'refusal', refusal)
}

/** Technical: who is up answers at once. */
const ONE_ANSWER_AHEAD = seconds(2)

/** @returns why nothing can be judged, if it cannot */
async function lookBefore(run: RunContext, target: Target, health: Health): Promise<RunAbort | undefined> {
  const trouble = new TroubleWatch()
  const wanted = { routes: isUntold(health), ways: false, patience: ONE_ANSWER_AHEAD }
  const ledger = target.kind === 'local' ? undefined : new AccountLedger(run, target, 'visitor')
  const wire = new Wire([trouble, ...(ledger ? [ledger] : [])])
  const foresight = await lookAhead(target, run.id, wanted, wire, hastyPacerFor(target))
  ledger?.close()
  const deviations = trouble.deviations.map((one) => ({ ...one, first: `the look ahead, ${one.first}` }))
  leaveNote(run, 'health', {
    ...withFindings(health, foresight, target),
    visitor: foresight.mark,
    deviations,
  })
  return faultFoundIn(foresight, target)
}

function illnessOf({ services }: Health): RunAbort {
  const ill = services.filter(({ state }) => state !== 'healthy' && state !== 'degraded')
  const reason = ill.map(tellIllness).join('; ')
  return { verdict: 'target-unhealthy', reason }
}

function tellIllness({ service, state, address, answer }: Health['services'][number]): string {
  return `${service} is ${state} at ${address}: ${answer}`
}
