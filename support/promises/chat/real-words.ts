import type { BackendClient } from '#clients/backend-client'
import type { ThreadId } from '#clients/ids'
import { ThreadAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { toolCallsIn } from '#contract/observed-run'
import { assignment } from '#promises/shared/assignments'
import { questionAndAnswer } from '#promises/shared/asking'
import { agentEventsOn, replayFaults, resume } from '#promises/shared/connection-events'
import { QuestionRun } from '#promises/shared/question-run'
import { describeWorkload, newWorkload } from '#promises/shared/workload'
import type { GroundedQuestion } from '#promises/shared/answers.checks'
import type { Person } from '#world/person'
import type { WordsAndWhatCame } from './real-words.checks.ts'

const WORDS = `Größe für "alle" & 'O’Brien' <b>naïve</b> &amp; 数据 データ 데이터 🚀👩‍👩‍👧 مرحبا שלום \\ %_ ½  \tcafe\u0301 `
/** What only the title says, and what only the message says, from within a word to within one: each is searched for. */
const [IN_TITLE, IN_MESSAGE] = ['Überblick 数据 🚀', 'aïve</b> &amp; 数据 デー']

/** Asks in words of many writings, over several lines, as long as a message may be. @throws {NotObserved | UnexpectedAnswer} */
export async function askInRealWords(person: Person): Promise<WordsAndWhatCame> {
  const { device, marker } = person
  const { backend, connection } = device
  const title = ` ${IN_TITLE} "مرحبا" <i>&lt;${marker}</i>  cafe\u0301 'O’Brien'  `
  const question = questionOf(person)
  const threadId = await device.createThread(title)
  const run = await QuestionRun.ask(device, question.text, threadId)
  const told = await run.ended()
  const replay = resume(connection, threadId, 0)
  const faults = await replayFaults(connection, replay)
  const { titles, ...kept } = await whatIsKept(backend, threadId)
  return {
    ...kept,
    exchange: questionAndAnswer(question, told),
    title: { asked: title, kept: titles },
    given: toolCallsIn(told.events).map(({ parameters }) => parameters),
    told: told.events.map(({ event }) => event),
    replayed: agentEventsOn(connection, replay.mark).map(({ event }) => event),
    faults,
  }
}

type Kept = Pick<WordsAndWhatCame, 'messages' | 'found'> & { readonly titles: readonly string[] }

/** What is read of a thread, and whether it is found by the words in it. */
async function whatIsKept(backend: BackendClient, threadId: ThreadId): Promise<Kept> {
  const wanted = [IN_TITLE, IN_MESSAGE, IN_TITLE.toUpperCase(), IN_MESSAGE.toUpperCase()]
  const [one, listed, messages, ...searches] = await Promise.all([
    backend.thread(threadId),
    backend.mustThreads(),
    backend.mustMessages(threadId),
    ...wanted.map((q) => backend.mustThreads({ q })),
  ])
  const titles = listed.threads.filter(({ id }) => id === threadId).map(({ title }) => title ?? '')
  return {
    titles: [one.must(200, ThreadAnswer).title ?? '', ...titles],
    messages: messages.map(({ content }) => content),
    found: searches.map(({ threads }) => threads.some(({ id }) => id === threadId)),
  }
}

function questionOf(person: Person): GroundedQuestion {
  const facts = { ...newWorkload(person, 'Größe-数据'), name: `${person.marker} Größe 数据 🚀 <b>&amp;'` }
  const quoted = { ...facts, name: `called "${facts.name}"` }
  return assignment(facts, filled(`${describeWorkload(quoted)} What does it cost a month?`))
}

/** A question with so many words before it that nothing more would be taken. */
function filled(question: string): string {
  const room = LIMITS.messageLength.max - question.length - 1
  const words = `${WORDS}\n`.repeat(Math.ceil(room / WORDS.length)).slice(0, room - 1)
  // Half of a character is none. Blanks at both ends are as much part of it as those within.
  return ` \nHi\r\n${words.replace(/[\ud800-\udbff]$/, '-').slice(8)}.\n${question} \n`
}
