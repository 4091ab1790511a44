import type { Messages } from '../conversations/messages.ts'
import type { Run } from '../conversations/runs.ts'
import { SUPERVISOR, type RunJournal } from '../runs/journal.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { AgentFailure } from './agent-failure.ts'
import { letWork, type Desk } from './agent.ts'
import type { ChatMessage, ModelClient } from './model-client.ts'
import { readPlan, type Part, type Plan } from './plan.ts'
import { REPORTING, SPECIALISTS, TRIAGE } from './roster.ts'

/** A question, and the run in which it is worked on. */
export interface Task {
  readonly run: Run
  readonly question: string
  readonly journal: RunJournal
  readonly signal: AbortSignal
}

export interface Answer {
  readonly text: string
  /** What was asked for and could not be done, one plain sentence each. */
  readonly notDone: readonly string[]
}

/** Leads the agents from a question to its answer. */
export interface Supervisor {
  answer(task: Task): Promise<Answer>
}

interface Needs {
  readonly messages: Messages
  readonly model: ModelClient
  readonly toolbox: Toolbox
}

interface Finding {
  readonly title: string
  readonly text: string
}

const WHOLE_ANSWER = 'the whole answer'
const LONGEST_MEMORY = 100

export function createSupervisor({ messages, model, toolbox }: Needs): Supervisor {
  return {
    answer: async ({ run, question, journal, signal }) => {
      await journal.started(SUPERVISOR, null)
      await journal.thinking(SUPERVISOR, 'Reading the question and deciding who works on it.')
      const desk = { userId: run.userId, model, toolbox, journal, signal }
      const memory = await recall(messages, run)
      const plan = await makePlan(question, memory, desk)
      const findings: Finding[] = []
      const notDone: string[] = []
      for (const [index, part] of plan.parts.entries()) {
        signal.throwIfAborted()
        findings.push(await workOnPart(part, { question, memory, findings, notDone }, desk))
        const share = Math.round((100 * (index + 1)) / (plan.parts.length + 1))
        await journal.progress(
          share,
          `Part ${index + 1} of ${plan.parts.length} is worked out: ${part.title}`,
        )
      }
      const assignment = assign(question, memory, WHOLE_ANSWER, findings)
      const { text } = await letWork(REPORTING, assignment, desk)
      await journal.progress(100, 'The answer is written.')
      return { text, notDone }
    },
  }
}

/** What was said last in this conversation, as far back as memory reaches; nothing is ever remembered from another one. */
async function recall(messages: Messages, run: Run): Promise<ChatMessage[]> {
  const newest = async (offset: number) => messages.list(run.threadId, { limit: LONGEST_MEMORY, offset })
  const first = await newest(0)
  const isLonger = first.total > LONGEST_MEMORY
  const { messages: said } = isLonger ? await newest(first.total - LONGEST_MEMORY) : first
  return said.filter(({ runId }) => runId !== run.id).map(({ role, content }) => ({ role, content }))
}

async function makePlan(question: string, memory: ChatMessage[], desk: Desk): Promise<Plan> {
  const assignment = assign(question, memory, 'the plan', [])
  const first = await letWork(TRIAGE, assignment, desk)
  const plan = readPlan(first.text)
  if (plan) return plan
  const reminder: ChatMessage = { role: 'user', content: 'That was no plan. Answer with the JSON only.' }
  const said: ChatMessage = { role: 'assistant', content: first.text }
  const second = readPlan((await letWork(TRIAGE, [...assignment, said, reminder], desk)).text)
  if (second) return second
  throw new AgentFailure('MODEL_MALFORMED', 'The language model did not understand how to plan this.')
}

interface Situation {
  readonly question: string
  readonly memory: ChatMessage[]
  readonly findings: readonly Finding[]
  readonly notDone: string[]
}

async function workOnPart(part: Part, situation: Situation, desk: Desk): Promise<Finding> {
  const { question, memory, findings, notDone } = situation
  if (!part.feasible) {
    const reason = part.reason || `Not done: ${part.title}.`
    notDone.push(reason)
    return { title: part.title, text: reason }
  }
  const assignment = assign(question, memory, part.title, findings)
  const { text, failures } = await letWork(SPECIALISTS[part.agent], assignment, desk)
  notDone.push(...failures)
  return { title: part.title, text }
}

function assign(
  question: string,
  memory: readonly ChatMessage[],
  part: string,
  findings: readonly Finding[],
): ChatMessage[] {
  const found = findings.map(({ title, text }) => `### ${title}\n${text}`).join('\n\n')
  const content = `Question:\n${question}\n\nYour part:\n${part}\n\nFindings so far:\n${found || 'none'}`
  return [...memory, { role: 'user', content }]
}
