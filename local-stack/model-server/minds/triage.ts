import type { Briefing } from '../briefing.ts'
import { isFull, readWorkload } from '../figures.ts'
import type { Reply } from '../protocol.ts'
import { say } from '../words.ts'

interface PlannedPart {
  readonly title: string
  readonly agent: 'data' | 'optimisation' | 'reporting'
  readonly feasible: boolean
  readonly reason?: string
}

const LIST_ITEM = /(?:^|[\s:])\(?(\d{1,2})[.)]\s+(.+?)(?=(?:[;,.]?\s+\(?\d{1,2}[.)]\s)|[;.\n]|$)/g
const SENDING =
  /\b(send|mail|e-?mail|write to|notify|call|text)\b.*\b(mail|e-?mail|contacts?|colleagues?|team|them|customers?)\b/i
const READING =
  /\b(read|open|load|import|fetch)\b.*\b(file|report|source|spreadsheet|export|warehouse|sheet)\b/i
const COST = /\b(cost|costs|price|estimate|budget|save|saving|savings|cheaper|cheapest|compare|spend)\b/i
const USAGE = /\b(usage|profile|tokens|volume)\b/i

/** Decides what the parts of a request are and who works on each. */
export function triage({ question, facts }: Briefing): Reply {
  const listed = [...question.matchAll(LIST_ITEM)].map((match) => (match[2] ?? '').trim())
  const parts = listed.length > 1 ? listed.map(planPart) : planPlainQuestion(question, isFull(facts))
  return say(JSON.stringify({ parts }))
}

function planPlainQuestion(question: string, computable: boolean): PlannedPart[] {
  const asides = question
    .split(/(?<=[.?!])\s+|,? and then |; /)
    .filter((sentence) => SENDING.test(sentence) || READING.test(sentence))
    .map(planPart)
  const asksForFigures = COST.test(question) || USAGE.test(question)
  if (!asksForFigures || !computable) {
    return asides.length > 0 ? asides : [{ title: 'an answer in words', agent: 'reporting', feasible: true }]
  }
  const usage: PlannedPart = { title: 'usage', agent: 'data', feasible: true }
  const cost: PlannedPart = { title: 'cost', agent: 'optimisation', feasible: true }
  return [usage, cost, ...asides]
}

function planPart(title: string): PlannedPart {
  if (SENDING.test(title)) {
    const reason = `Not done: ${trim(title)}. Nothing can be sent or done outside this conversation.`
    return { title: trim(title), agent: 'reporting', feasible: false, reason }
  }
  if (READING.test(title)) return { title: trim(title), agent: 'data', feasible: true }
  if (COST.test(title)) return { title: trim(title), agent: 'optimisation', feasible: true }
  if (USAGE.test(title) || readWorkload(title)) return { title: trim(title), agent: 'data', feasible: true }
  return { title: trim(title), agent: 'reporting', feasible: true }
}

function trim(title: string): string {
  return title.replace(/^(and|then|please)\s+/i, '').replace(/[.?!,;\s]+$/, '')
}
