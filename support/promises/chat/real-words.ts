import { ThreadAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { toolCallsIn } from '#contract/observed-run'
import { assignment } from '#promises/shared/assignments'
import { questionAndAnswer } from '#promises/shared/asking'
import { agentEventsOn, replayFaults, resume } from '#promises/shared/connection-events'
import { QuestionRun } from '#promises/shared/question-run'
import { describeWorkload, newWorkload } from '#promises/shared/workload'
import type { Person } from '#world/person'
import type { WordsAndWhatCame } from './real-words.checks.ts'

const WORDS = `Größe für "alle" & 'O’Brien' <b>naïve</b> &amp; 数据 データ 데이터 🚀👩‍👩‍👧 مرحبا שלום \\ %_ ½`
/** What only the title says, and what only the message says: each is searched for. */
const [IN_TITLE, IN_MESSAGE] = ['Überblick 数据 🚀', 'naïve</b> &amp; 数据 データ']

/** Asks in words of many writings, over several lines, as long as a message may be. @throws {NotObserved | UnexpectedAnswer} */
export async function askInRealWords(person: Person): Promise<WordsAndWhatCame> {
  const { device, marker } = person
  const { backend, connection } = device
  const title = `${IN_TITLE} "مرحبا" <i>&lt;${marker}</i> 'O’Brien'`
  const facts = { ...newWorkload(person, 'Größe-数据'), name: `${marker} Größe 数据 🚀 <b>&amp;'` }
  const quoted = { ...facts, name: `called "${facts.name}"` }
  const question = assignment(facts, filled(`${describeWorkload(quoted)} What does it cost a month?`))
  const threadId = await device.createThread(title)
  const run = await QuestionRun.ask(device, question.text, threadId)
  const told = await run.ended()
  const [one, listed, messages, byTitle, byMessage] = await Promise.all([
    backend.thread(threadId),
    backend.mustThreads(),
    backend.mustMessages(threadId),
    backend.mustThreads({ q: IN_TITLE }),
    backend.mustThreads({ q: IN_MESSAGE }),
  ])
  const replay = resume(connection, threadId, 0)
  const faults = await replayFaults(connection, replay)
  const titles = listed.threads.filter(({ id }) => id === threadId).map((thread) => thread.title)
  return {
    exchange: questionAndAnswer(question, told),
    title: { asked: title, kept: [one.must(200, ThreadAnswer).title, ...titles] },
    messages: messages.map(({ content }) => content),
    given: toolCallsIn(told.events).map(({ parameters }) => parameters),
    found: [byTitle, byMessage].map(({ threads }) => threads.some(({ id }) => id === threadId)),
    told: told.events.map(({ event }) => event),
    replayed: agentEventsOn(connection, replay.mark).map(({ event }) => event),
    faults,
  }
}

/** A question with so many words before it that nothing more would be taken. */
function filled(question: string): string {
  const room = LIMITS.messageLength.max - question.length - 1
  const words = `${WORDS}\n`.repeat(Math.ceil(room / WORDS.length)).slice(0, room - 1)
  // Half of a character is none.
  return `Hi${words.replace(/[\ud800-\udbff]$/, '-').slice(2)}.\n${question}`
}
