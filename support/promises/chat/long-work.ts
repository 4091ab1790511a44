import { isLast, nameOf } from '#contract/observed-run'
import type { Stopping } from '#promises/shared/progress.checks'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { planOfFive } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'

/** Longer than a stopped task may take to end. */
const PATIENCE = seconds(6)

/** Asks for work, stops it once it has come some way, and does other work from beginning to end afterwards. */
export async function stopMidway(person: Person, scenario: Scenario): Promise<Stopping> {
  const { device } = person
  const work = await Inquiry.putAnew(device, planOfFive(person, 'egret').text)
  const { runId } = await work.accepted()
  await work.hears('its first progress', device.silence, ({ type }) => type === 'progress_update')
  scenario.faults.claimRun(runId)
  const stoppedAt = performance.now()
  device.line.stopRun(runId)
  const end = await work.hears('the end of a task that was stopped', PATIENCE, isLast)
  const fence = await (await Inquiry.putAnew(device, planOfFive(person, 'crane').text)).ended()
  const [{ status }, messages] = await Promise.all([
    device.backend.mustRun(runId),
    device.backend.mustMessages(work.threadId),
  ])
  const told = await work.told()
  const last = told.findIndex(({ event }) => event === end.event)
  return {
    tookMs: end.at - stoppedAt,
    status,
    afterwards: told.slice(last + 1).map(({ event }) => nameOf(event)),
    answers: messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId).length,
    fence: `other work was ${fence.outcome} meanwhile, in ${fence.events.length} events`,
  }
}
