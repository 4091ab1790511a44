import { isLast, nameOf, type ToldRun } from '#contract/observed-run'
import type { Stopping } from '#promises/shared/progress.checks'
import { latestSign } from '#promises/live/watching.checks'
import { startStopwatch } from '#waiting/deadline'
import { seconds, type Duration } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { planOfFive } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'

const TWO_WORKS = topic<readonly [Inquiry, Inquiry]>('asked for two works at once')
/** What it takes to notice a word that was said long ago. */
const NOTICE = seconds(2)

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

/** Comes in, and opens a line on which nothing will happen. */
export async function listenIdly(person: Person): Promise<void> {
  await person.arrive()
  await person.device.openLine()
}

/** Asks for a long piece of work in each of two conversations, at the same time and on the same line. */
export async function askForTwoWorks(person: Person): Promise<void> {
  const { device } = person
  const [first, second] = [planOfFive(person), planOfFive(person, 'egret')]
  const threads = [await device.beginConversation('One work'), await device.beginConversation('Another')]
  const works = await Promise.all([
    Inquiry.put(device, first.text, threads[0]),
    Inquiry.put(device, second.text, threads[1]),
  ])
  person.memory.note(TWO_WORKS, works)
}

export async function twoWorks({ memory }: Person): Promise<readonly [ToldRun, ToldRun]> {
  const [first, second] = memory.recall(TWO_WORKS)
  return Promise.all([first.ended(), second.ended()])
}

/** Waits for a sign of life on a line on which nothing happens. @throws {NotObserved} */
export async function signOfLife({
  device,
}: Person): Promise<{ interval: Duration; took: Duration; others: string[] }> {
  const { line } = device
  const elapsed = startStopwatch()
  const welcome = await line.mustHear('connection_established', EventLog.START, NOTICE)
  const interval = seconds(welcome.payload.heartbeat_interval_seconds)
  await line.mustHear('heartbeat', EventLog.START, latestSign(interval))
  const types = line.heard.since(EventLog.START).map(({ value }) => value.type)
  const others = types.filter((type) => type !== 'heartbeat' && type !== 'connection_established')
  return { interval, took: elapsed(), others }
}
