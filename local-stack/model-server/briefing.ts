import { readFacts, type Facts } from './figures.ts'
import type { ChatMessage } from './protocol.ts'

/** What one agent asks of the model, taken apart. */
export interface Briefing {
  /** Which agent asks. */
  readonly agent: string
  readonly question: string
  /** What this agent is to contribute. */
  readonly part: string
  readonly findings: readonly Finding[]
  readonly facts: Facts
  /** What the tools have answered since the assignment was given, newest last. */
  readonly results: readonly Record<string, unknown>[]
}

export interface Finding {
  readonly title: string
  readonly text: string
}

const ASSIGNMENT = /^Question:\n([\s\S]*?)\n\nYour part:\n([\s\S]*?)\n\nFindings so far:\n([\s\S]*)$/

/** Takes a conversation apart; words that come in no known form are taken as a plain question. */
export function readBriefing(messages: readonly ChatMessage[]): Briefing {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => content ?? '')
  const assignment = [...said].reverse().find((words) => ASSIGNMENT.test(words)) ?? ''
  const [, question = said.at(-1) ?? '', part = '', findings = ''] = ASSIGNMENT.exec(assignment) ?? []
  const earlier = said.filter((words) => !ASSIGNMENT.test(words))
  return {
    agent: readAgent(messages),
    question,
    part,
    findings: readFindings(findings),
    facts: readFacts([...earlier, question]),
    results: readResults(messages),
  }
}

function readAgent(messages: readonly ChatMessage[]): string {
  const instructions = messages.find(({ role }) => role === 'system')?.content ?? ''
  return /You are the (\w+) agent/.exec(instructions)?.[1] ?? 'reporting'
}

function readFindings(text: string): Finding[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n')
      return { title, text: lines.join('\n').trim() }
    })
}

function readResults(messages: readonly ChatMessage[]): Record<string, unknown>[] {
  return messages
    .filter(({ role }) => role === 'tool')
    .map(({ content }) => JSON.parse(content ?? '{}') as Record<string, unknown>)
}
