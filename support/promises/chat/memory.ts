import { randomInt } from 'node:crypto'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import { askedBy } from '#promises/shared/asking'
import { assignment } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { makeSmallTalk } from '#promises/shared/small-talk'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { askOn, askOnByCall } from './follow-ups.ts'
import type { Remembering, Stranger } from './memory.checks.ts'
import { ChatState } from './state.ts'

/** Asks on and on where something was asked last, and meanwhile about the same in a thread that knows nothing of it. */
export function remember(person: Person, scenario: Scenario): Promise<Remembering> {
  return person.state.of(ChatState).remembering.once(async () => {
    const [followUps, stranger] = await Promise.all([
      askOnAndOn(person, scenario),
      askElsewhereOf(person, scenario),
    ])
    return { followUps, stranger }
  })
}

/**
 * So much is said before the correction and after it that a memory of the first and the last, or of the last forty, lacks
 * something; and all in all less than anybody may in a minute, also where what is sent twice counts twice.
 */
const SMALL_TALK = 18

/**
 * Each of these rests on what was said before; the second one, by a call, takes back a figure of the first question;
 * before it, and before the third one, much else is said.
 */
async function askOnAndOn(person: Person, scenario: Scenario): Promise<Remembering['followUps']> {
  const { assignment: first, run } = askedBy(person)
  const { facts } = first
  const ask = (words: string, requests: number): Promise<QuestionAndAnswer> =>
    askOn(person.device, assignment({ ...facts, requests }, words), run.threadId)
  const corrected = facts.requests + randomInt(1, 90) * 1_000
  const written = corrected.toLocaleString('en-US')
  const doubled = await ask('And what would it cost a month at twice as many requests?', facts.requests * 2)
  const correction =
    `Correction: my workload ${facts.name} makes ${written} requests a month, all else as before. ` +
    'What does it cost a month?'
  const news = assignment({ ...facts, requests: corrected }, correction)
  await makeSmallTalk(person, run.threadId, SMALL_TALK, scenario)
  const newest = await askOnByCall(person.device, news, run.threadId)
  await makeSmallTalk(person, run.threadId, SMALL_TALK, scenario)
  const last = 'And what would it cost a month at half as many requests?'
  const half = assignment({ ...facts, requests: corrected / 2 }, last)
  const halved = await askOn(await newLineOf(person), half, run.threadId)
  // What is told and found is held against what was said, far into the conversation, too.
  const { backend } = person.device
  await Promise.all([
    backend.mustMessages(run.threadId),
    ...[written, last].map((q) => backend.mustThreads({ q })),
  ])
  return { doubled, newest, halved }
}

/** A line that is opened only now: it is the conversation that remembers. */
async function newLineOf(person: Person): Promise<Device> {
  const device = person.addDeviceOfSameSession()
  await device.connect()
  return device
}

async function askElsewhereOf(person: Person, { faults }: Scenario): Promise<Stranger> {
  const { assignment: known } = askedBy(person)
  const text = `What does my workload ${known.workload} cost a month?`
  const run = await QuestionRun.askInNewThread(person.device, text)
  const { runId } = await run.accepted()
  // Whoever says that it cannot be done may say it as a failure.
  faults.expectRunFailure(runId)
  return { known, told: (await run.ended()).text }
}
