import { progressIn, agentSpansIn, SUPERVISOR, type ObservedRun } from '#contract/observed-run'
import { excerpt } from '#wire/excerpt'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { states } from '#promises/shared/figures'
import type { AskedPart } from '#promises/shared/answers.checks'
import { partsIn } from './parts.ts'

const SHORTEST_PART = 20

/** Every part that was asked for is there, and says something that no other says. */
export function everyPart(slug: Slug, asked: readonly AskedPart[], run: Seen<ObservedRun>): Check {
  return check(
    slug,
    `${asked.length} parts, each with something of its own to say`,
    run,
    ({ outcome, text }) => {
      const parts = partsIn(text, asked)
      const bodies = [...parts.values()]
      const missing = asked.filter(({ title }) => !parts.has(title)).map(({ title }) => `${title} is missing`)
      const poor = [...parts]
        .filter(([, body]) => body.length < SHORTEST_PART)
        .map(([title]) => `${title} is empty`)
      const twice = [...parts].filter(([, body], index) => bodies.indexOf(body) !== index)
      const faults = [...missing, ...poor, ...twice.map(([title]) => `${title} repeats another part`)]
      const observed = faults.join(', ') || `${parts.size} parts: ${[...parts.keys()].join(', ')}`
      return settle(outcome === 'answered' && faults.length === 0, { observed: `${outcome}: ${observed}` })
    },
  )
}

export interface Deliverable {
  readonly run: ObservedRun
  readonly parts: readonly AskedPart[]
  readonly monthlyCost: number
}

type Sight = Seen<Deliverable>

/** The timeline and the estimate of a business deliverable hold. */
export function soundDeliverable(seen: Sight): Check[] {
  return [timelineAddsUp(seen), estimateFollows(seen)]
}

function timelineAddsUp(seen: Sight): Check {
  const expected = 'steps that follow one another, up to the length that is stated'
  return check('timeline-adds-up', expected, seen, ({ run, parts }) => {
    const text = partNamed('timeline', run, parts)
    const weeks = weeksIn(text)
    const gaps = weeks.filter(([from, to], index) => from !== (weeks[index - 1]?.[1] ?? 0) + 1 || to < from)
    const length = weeks.at(-1)?.[1] ?? 0
    const isStated = new RegExp(`\\b${length}\\b[-\\u2010\\u2011 \\u00a0]weeks?\\b`, 'i').test(text)
    const spans = weeks.map((span) => span.join(' to ')).join(', ') || 'none'
    const observed = `weeks ${spans}; ${length} weeks ${isStated ? 'stated' : 'not stated'}`
    return settle(weeks.length > 1 && gaps.length === 0 && isStated, { observed })
  })
}

function estimateFollows(seen: Sight): Check {
  return check(
    'estimate-follows-from-figures',
    'the summary states the right cost',
    seen,
    ({ run, parts, monthlyCost }) => {
      const summary = partNamed('summary', run, parts)
      const isStated = states(summary, monthlyCost)
      const observed = `$${monthlyCost} ${isStated ? 'in' : 'not in'} "${excerpt(summary, 160)}"`
      return settle(isStated, { observed })
    },
  )
}

export function partsWorkedInOrder(seen: Sight): Check {
  const expected = 'one agent after the other, part by part'
  return check('parts-worked-in-order', expected, seen, ({ run, parts }) => {
    const workers = agentSpansIn(run.events).filter(({ agent }) => agent !== SUPERVISOR)
    const told = progressIn(run.events).map(({ message }) => message)
    const places = parts.map(({ title }) => told.findIndex((message) => message.includes(title)))
    const isOrdered = places.every((place, index) => place > (places[index - 1] ?? -1))
    const named = workers.map(({ agent }) => agent).join(' → ')
    const observed = `${named}; told of parts at ${places.map((place) => place + 1).join(', ')}`
    return settle(workers.length >= parts.length && isOrdered, { observed })
  })
}

/** @param read how it stands in the conversation, looked up from elsewhere */
export function readableAgain(seen: Seen<{ told: string; read: string | undefined }>): Check {
  return check('readable-again-whole', 'letter for letter what was told', seen, ({ told, read }) => {
    const observed = `${told.length} characters told, ${read === undefined ? 'none' : read.length} read again`
    return settle(read === told && told.length > 0, { observed })
  })
}

function partNamed(key: string, { text }: ObservedRun, parts: readonly AskedPart[]): string {
  const title = parts.find((part) => part.key === key)?.title ?? ''
  return partsIn(text, parts).get(title) ?? ''
}

/** A step in weeks, in one line; `by week 2` is a day that something is due. */
const WEEKS =
  /(?<!\b(?:by|end of) (?:the end of )?)\bweeks?[^\S\n]+(\d{1,3})(?:[^\S\n]*(?:to|through|and|[&\u2010-\u2014-])[^\S\n]*(\d{1,3}))?/gi

function weeksIn(text: string): [number, number][] {
  return [...text.matchAll(WEEKS)].map(([, from, to]) => [Number(from), Number(to ?? from)])
}
