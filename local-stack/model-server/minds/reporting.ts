import type { Briefing } from '../briefing.ts'
import { isFull, readWorkload } from '../figures.ts'
import type { Reply } from '../protocol.ts'
import { call, say } from '../words.ts'

const TIMELINE = /\b(timeline|roadmap|milestones?|schedule|phases?|weeks)\b/i
const WEEKS_A_STEP = 2

/** Plans, explains, and writes the answer that is read in the end. */
export function reporting(briefing: Briefing): Reply {
  const { part, findings } = briefing
  if (part === 'the whole answer' || part === '') return say(compose(briefing))
  if (TIMELINE.test(part)) return timeline(briefing)
  if (findings.length === 0 && part === 'an answer in words') return say(answerInWords(briefing))
  return say(explain(briefing))
}

function compose({ findings, question }: Briefing): string {
  if (findings.length === 0) return `I have nothing to add to: ${question}`
  if (findings.length === 1) return findings[0]?.text ?? ''
  return findings.map(({ title, text }) => `## ${capitalise(title)}\n\n${text}`).join('\n\n')
}

/** Without figures nothing is computed, and of workloads that were not described nothing is known. */
function answerInWords({ question, facts }: Briefing): string {
  const asked = readWorkload(question)
  if (asked && !isFull(facts)) {
    return (
      `I know nothing about a workload called ${asked}: nobody has described it in this conversation. ` +
      'Tell me how many requests it makes a month and how many tokens each takes, and I will work it out.'
    )
  }
  if (facts.workload && /\b(called|name)\b/i.test(question))
    return `Your workload is called ${facts.workload}.`
  return (
    'To save on AI cost, look first at the prompts that repeat, then at the model each task really needs, ' +
    'and last at how much is generated. Describe a workload with its figures, and I will compute it.'
  )
}

function timeline({ part, question, results }: Briefing): Reply {
  const built = results.at(-1)
  if (!built) {
    const titles = ['Preparation', 'Pilot', 'Migration', 'Review']
    const steps = titles.map((title) => ({ title, weeks: weeksFor(question) }))
    return call(`Laying out the steps for: ${part}.`, { name: 'roadmap_builder', arguments: { steps } })
  }
  const milestones = built['milestones'] as { title: string; from_week: number; to_week: number }[]
  const lines = milestones.map(
    ({ title, from_week: from, to_week: to }) =>
      `- Weeks ${from} to ${to}: ${title}. Milestone: ${title} done.`,
  )
  return say(`${lines.join('\n')}\n\nThe whole takes ${String(built['total_weeks'])} weeks.`)
}

function weeksFor(question: string): number {
  const given = /(\d+)\s*weeks? (?:each|per step|a step)/i.exec(question)?.[1]
  return given ? Number(given) : WEEKS_A_STEP
}

/** A paragraph on a part that needs no computing; figures come only from what was found before. */
function explain({ part, facts, findings }: Briefing): string {
  const subject = facts.workload ? `workload ${facts.workload}` : 'this undertaking'
  const found = findings.find(({ text }) => text.includes('$'))
  const basis = found ? ` What was worked out: ${found.text}` : ''
  return `${capitalise(part)} for ${subject}: ${ADVICE.find(({ about }) => about.test(part))?.text ?? GENERAL}${basis}`
}

const GENERAL = 'decide who answers for it, agree on how success is seen, and review it at every milestone.'

const ADVICE = [
  {
    about: /risk/i,
    text: 'the quality of answers may drop, callers may meet new limits, and cost may move elsewhere.',
  },
  {
    about: /practice/i,
    text: 'change one thing at a time, compare answers side by side, and keep a way back.',
  },
  {
    about: /role|team|responsib/i,
    text: 'an owner for the budget, an engineer for the change, and a reviewer for quality.',
  },
  {
    about: /mitigat/i,
    text: 'keep the present model ready, watch quality daily, and stop at the first sign of loss.',
  },
  { about: /summary/i, text: 'the change pays for itself if quality holds; decide after the pilot.' },
] as const

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
