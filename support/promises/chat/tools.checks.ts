import { toolCallsIn, type ObservedRun, type ToolCall } from '#contract/observed-run'
import { isListedTool } from '#contract/tool-results'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import type { GroundedQuestion } from '#promises/shared/answers.checks'
import { isRounded, numbersWithin, states } from '#promises/shared/figures'
import { misreadings, type Quantity } from '#promises/shared/quantities'

/** An answer that rests on tools rests on more than one. */
const SEVERAL = 2
/** As many numbers of a result as a reader takes in. */
const SHOWN = 6

/** A question about a workload, with the figures by which a tool knows it. */
export interface ToolQuestion extends GroundedQuestion {
  readonly facts: { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number }
}

/** So many real tools have computed on the asker's own figures, and rightly. */
export function toolsCompute(fewest: number, question: ToolQuestion, run: Seen<ObservedRun>): Check[] {
  return [onOwnFigures(fewest, question, run), rightly(question, run)]
}

function onOwnFigures(fewest: number, question: ToolQuestion, run: Seen<ObservedRun>): Check {
  const { workload } = question
  const expected = `at least ${fewest} tools, for ${workload}, with its figures and no others`
  return check('tools-compute-on-own-figures', expected, run, ({ events }) => {
    const own = computationsIn(events, question).filter(({ parameters }) =>
      JSON.stringify(parameters).includes(workload),
    )
    const tools = new Set(own.map(({ tool }) => tool))
    const odd = own.flatMap((call) => givenOtherwise(question, call))
    const observed = [`${[...tools].join(', ') || 'no tool'} for ${workload}`, ...odd].join('; ')
    return settle(tools.size >= fewest && odd.length === 0, { observed })
  })
}

/** That a tool was given other figures than the asker's, or not all of hers. */
function givenOtherwise({ given, facts }: ToolQuestion, { tool, parameters }: ToolCall): string[] {
  const numbers = numbersWithin(parameters)
  const { requests, inputTokens, outputTokens } = facts
  const isComplete = [requests, inputTokens, outputTokens].every((figure) => numbers.includes(figure))
  const isOwn = numbers.every((number) => given.includes(number))
  return isComplete && isOwn ? [] : [`${tool} was given ${numbers.join(', ') || 'nothing'}`]
}

function rightly({ monthlyCost }: ToolQuestion, run: Seen<ObservedRun>): Check {
  return check('tools-compute-rightly', `a tool computes $${monthlyCost} a month`, run, ({ events }) => {
    const results = successesIn(events).map(({ tool, result }) => ({ tool, numbers: numbersWithin(result) }))
    const isRight = results.some(({ numbers }) => numbers.some((number) => isRounded(number, monthlyCost)))
    const observed = results.map(({ tool, numbers }) => `${tool}: ${list(numbers)}`).join('; ')
    return settle(isRight, { observed: observed || 'no tool has computed anything' })
  })
}

/** Of what each tool has computed, something stands in the answer; of what it was tried with before, nothing has to. */
export function answerRestsOn(question: GroundedQuestion, run: Seen<ObservedRun>): Check {
  const expected = 'something of each result stands in the answer, each amount by its own period'
  return check('answer-rests-on-tools', expected, run, ({ events, text }) => {
    const { given } = question
    const results = computationsIn(events, question).map(({ tool, result }) => ({
      tool,
      computed: numbersWithin(result).filter((number) => number > 0 && !given.includes(number)),
    }))
    const told = results.filter(({ computed }) => computed.some((number) => states(text, number)))
    const ignored = results.filter((result) => !told.some(({ tool }) => tool === result.tool))
    const observed =
      ignored.map(({ tool, computed }) => `nothing of ${tool}'s ${list(computed)}`).join('; ') ||
      `something of each: ${results.map(({ tool }) => tool).join(', ')}`
    const misread = misreadings(
      text,
      successesIn(events).flatMap(({ result }) => amountsIn(result)),
    )
    return settle(results.length >= SEVERAL && ignored.length === 0 && misread.length === 0, {
      observed: [...misread, observed].join('; '),
    })
  })
}

/** `cost_usd_per_month`: an amount in dollars, and for how long, as a tool names it. */
const NAMED_AMOUNT = /_usd_per_(month|year)$/

/** Every amount in what a tool gives, by what it is called there; of a month's, a year's, too. */
function amountsIn(result: unknown): Quantity[] {
  if (typeof result !== 'object' || result === null) return []
  return Object.entries(result).flatMap(([name, value]: [string, unknown]) => {
    const [, per] = NAMED_AMOUNT.exec(name) ?? []
    if (typeof value !== 'number' || per === undefined) return amountsIn(value)
    const of = 'dollars' as const
    const year = { amount: per === 'year' ? value : value * MONTHS, of, per: 'year' as const }
    return per === 'year' ? [year] : [{ amount: value, of, per: 'month' as const }, year]
  })
}

const MONTHS = 12

function list(numbers: readonly number[]): string {
  return numbers.slice(0, SHOWN).join(', ')
}

/** What has computed: the contract's tools, and others that were given a figure of the asker's; not what looks something up. */
function computationsIn(events: ObservedRun['events'], { given }: GroundedQuestion): ToolCall[] {
  return successesIn(events).filter(
    ({ tool, parameters }) =>
      isListedTool(tool) || numbersWithin(parameters).some((number) => given.includes(number)),
  )
}

function successesIn(events: ObservedRun['events']): ToolCall[] {
  return toolCallsIn(events).filter(({ status }) => status === 'success')
}
