import { isTerminal, eventLabel } from '#contract/observed-run'
import type { Stopping } from '#promises/shared/progress.checks'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { planOfFive } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'

/** Longer than a stopped task may take to end. */
const PATIENCE = seconds(6)

/** Asks for work, stops it once it has come some way, and does other work from beginning to end afterwards. */
export async function stopMidway(person: Person, scenario: Scenario): Promise<Stopping> {
  const { device } = person
  const work = await QuestionRun.askInNewThread(device, planOfFive(person, 'egret').text)
  const { runId } = await work.accepted()
  await work.waitForEvent('its first progress', device.silence, ({ type }) => type === 'progress_update')
  scenario.faults.expectRunFailure(runId)
  const stoppedAt = performance.now()
  device.connection.stopRun(runId)
  const end = await work.waitForEvent('the end of a task that was stopped', PATIENCE, isTerminal)
  const fence = await (await QuestionRun.askInNewThread(device, planOfFive(person, 'crane').text)).ended()
  const [{ status }, messages] = await Promise.all([
    device.backend.mustRun(runId),
    device.backend.mustMessages(work.threadId),
  ])
  const told = await work.events()
  const last = told.findIndex(({ event }) => event === end.event)
  return {
    tookMs: end.at - stoppedAt,
    status,
    afterwards: told.slice(last + 1).map(({ event }) => eventLabel(event)),
    answers: messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId).length,
    fence: `other work was ${fence.outcome} meanwhile, in ${fence.events.length} events`,
  }
}
