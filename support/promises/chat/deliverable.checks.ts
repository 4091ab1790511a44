import { agentSpansIn, isSupervisor, progressIn, type ObservedRun } from '#contract/observed-run'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { quantitiesOf, type AskedPart, type GroundedQuestion } from '#promises/shared/answers.checks'
import { states } from '#promises/shared/figures'
import { misreadings, speaksOfDollars } from '#promises/shared/quantities'
import { excerpt } from '#wire/excerpt'
import { partsIn } from './parts.ts'
import { withHeads } from './tables.ts'

const SHORTEST_PART = 20

/** Every part that was asked for is there, and says something that no other says. */
export function everyPart(slug: Slug, asked: readonly AskedPart[], run: Seen<ObservedRun>): Check {
  const expected = `${asked.length} parts, each with something of its own to say`
  return check(slug, expected, run, ({ outcome, text }) => {
    const parts = partsIn(text, asked)
    const faults = faultsOfParts(asked, parts)
    const observed = faults.join(', ') || `${parts.size} parts: ${[...parts.keys()].join(', ')}`
    return settle(outcome === 'answered' && faults.length === 0, { observed: `${outcome}: ${observed}` })
  })
}

function faultsOfParts(asked: readonly AskedPart[], parts: ReadonlyMap<string, string>): string[] {
  const bodies = [...parts.values()]
  return [
    ...asked.filter(({ title }) => !parts.has(title)).map(({ title }) => `${title} is missing`),
    ...[...parts].flatMap(([title, body]) => (body.length < SHORTEST_PART ? [`${title} is empty`] : [])),
    ...[...parts].flatMap(([title, body], index) =>
      bodies.indexOf(body) === index ? [] : [`${title} repeats another part`],
    ),
  ]
}

/** A business deliverable: the run that worked it out, and what was asked for. */
export interface Deliverable extends Pick<GroundedQuestion, 'monthlyCost' | 'quantities'> {
  readonly run: ObservedRun
  readonly parts: readonly AskedPart[]
}

/** The timeline and the estimate of a business deliverable hold. */
export function soundDeliverable(seen: Seen<Deliverable>): Check[] {
  return [timelineAddsUp(seen), estimateFollows(seen)]
}

function timelineAddsUp(seen: Seen<Deliverable>): Check {
  const expected = 'steps that follow one another, up to the length that is stated'
  return check('timeline-adds-up', expected, seen, (deliverable) => {
    const text = withHeads(partNamed('timeline', deliverable))
    const weeks = weeksIn(text)
    const gaps = weeks.filter(([from, to], index) => from !== (weeks[index - 1]?.[1] ?? 0) + 1 || to < from)
    const length = weeks.at(-1)?.[1] ?? 0
    const inWords = IN_WORDS[length] === undefined ? '' : `|${IN_WORDS[length]}`
    const isStated = new RegExp(`\\b(?:${length}${inWords})\\b[-\\u2010\\u2011 \\u00a0]weeks?\\b`, 'i').test(
      text,
    )
    const spans = weeks.map((span) => span.join(' to ')).join(', ') || 'none'
    const observed = `weeks ${spans}; ${length} weeks ${isStated ? 'stated' : 'not stated'}`
    return settle(weeks.length > 1 && gaps.length === 0 && isStated, { observed })
  })
}

function estimateFollows(seen: Seen<Deliverable>): Check {
  const expected = 'the summary states the right cost, and every figure is told as what it is'
  return check('estimate-follows-from-figures', expected, seen, (deliverable) => {
    const { monthlyCost, run } = deliverable
    const summary = partNamed('summary', deliverable)
    const isStated = states(summary, monthlyCost) && speaksOfDollars(summary)
    const where = `$${monthlyCost} ${isStated ? 'in' : 'not in'} "${excerpt(summary, 160)}"`
    const misread = misreadings(run.text, quantitiesOf(deliverable))
    return settle(isStated && misread.length === 0, { observed: [where, ...misread].join('; ') })
  })
}

/** The parts of a deliverable were worked out one after the other, as they were asked for, by an agent each at least. */
export function partsWorkedInOrder(seen: Seen<Deliverable>): Check {
  const expected = 'one agent after the other, part by part'
  return check('parts-worked-in-order', expected, seen, ({ run, parts }) => {
    const agents = agentSpansIn(run.events).flatMap(({ agent }) => (isSupervisor(agent) ? [] : [agent]))
    const messages = progressIn(run.events).map(({ message }) => message.toLowerCase())
    const places = parts.map(({ title }) => messages.findIndex((each) => each.includes(title.toLowerCase())))
    // Progress may be told without a word of what it is on.
    const isNamed = places.some((place) => place >= 0)
    const isOrdered = !isNamed || places.every((place, index) => place > (places[index - 1] ?? -1))
    const where = isNamed ? `at ${places.map((place) => place + 1).join(', ')}` : 'nowhere'
    const observed = `${agents.join(' → ')}; told of parts ${where}`
    return settle(agents.length >= parts.length && isOrdered, { observed })
  })
}

/** An answer as its owner was told it, and as she reads it later; undefined when none is kept. */
export interface Rereading {
  readonly told: string
  readonly read: string | undefined
}

/** A deliverable that is read later is the one that was told. */
export function readableAgain(seen: Seen<Rereading>): Check {
  return check('readable-again-whole', 'letter for letter what was told', seen, ({ told, read }) => {
    const observed = `${told.length} characters told, ${read === undefined ? 'none' : read.length} read again`
    return settle(read === told && told.length > 0, { observed })
  })
}

function partNamed(key: string, { run, parts }: Deliverable): string {
  const title = parts.find((part) => part.key === key)?.title ?? ''
  return partsIn(run.text, parts).get(title) ?? ''
}

/** A step in weeks, in one line; `by week 2` is a day that something is due. */
const WEEKS =
  /(?<!\b(?:by|end of) (?:the end of )?)\b(?:weeks?[^\S\n]+|W)(\d{1,3})(?:[^\S\n]*(?:to|through|and|[&\u2010-\u2014-])[^\S\n]*W?(\d{1,3}))?/gi
/** How a person may write how long it takes. */
const IN_WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The first and the last week of each step. */
function weeksIn(text: string): [number, number][] {
  return [...text.matchAll(WEEKS)].map(([, from, to]) => [Number(from), Number(to ?? from)])
}
