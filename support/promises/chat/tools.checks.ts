import { toolCallsIn, type ObservedRun, type ToolCall } from '#contract/observed-run'
import type { GroundedQuestion } from '#promises/shared/answers.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { isRounded, numbersWithin, states } from '#promises/shared/figures'

const FEWEST_TOOLS = 2

/** A question about a workload, with the figures by which a tool knows it. */
export interface ToolQuestion extends GroundedQuestion {
  readonly facts: { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number }
}

/** Real tools have computed on the asker's own figures, and rightly. */
export function toolsCompute(question: ToolQuestion, run: Seen<ObservedRun>): Check[] {
  return [
    toolsComputeOn(question, run),
    check('tools-compute-rightly', `a tool computes $${question.monthlyCost} a month`, run, (observed) => {
      const uses = successesIn(observed)
      const right = uses.filter(({ result }) =>
        numbersWithin(result).some((number) => isRounded(number, question.monthlyCost)),
      )
      const told = uses.map(({ tool, result }) => `${tool}: ${numbersWithin(result).slice(0, 6).join(', ')}`)
      return settle(right.length > 0, { observed: told.join('; ') || 'no tool has computed anything' })
    }),
  ]
}

function toolsComputeOn({ workload, given, facts }: ToolQuestion, run: Seen<ObservedRun>): Check {
  const figures = [facts.requests, facts.inputTokens, facts.outputTokens]
  const expected = `at least ${FEWEST_TOOLS} tools, for ${workload}, with its figures and no others`
  return check('tools-compute-on-own-figures', expected, run, (observed) => {
    const uses = successesIn(observed)
    const own = uses.filter(({ parameters }) => JSON.stringify(parameters).includes(workload))
    const odd = own.flatMap(({ tool, parameters }) => {
      const numbers = numbersWithin(parameters)
      const foreign = numbers.filter((number) => !given.includes(number))
      const isComplete = figures.every((figure) => numbers.includes(figure))
      return isComplete && foreign.length === 0
        ? []
        : [`${tool} was given ${numbers.join(', ') || 'nothing'}`]
    })
    const tools = new Set(own.map(({ tool }) => tool))
    const observed = [`${[...tools].join(', ') || 'no tool'} for ${workload}`, ...odd].join('; ')
    return settle(tools.size >= FEWEST_TOOLS && odd.length === 0, { observed })
  })
}

/** Of what each tool has computed, something stands in the answer. */
export function answerRestsOn({ given }: GroundedQuestion, run: Seen<ObservedRun>): Check {
  return check('answer-rests-on-tools', 'something of each result stands in the answer', run, (told) => {
    const uses = successesIn(told).map(({ tool, result }) => ({
      tool,
      computed: numbersWithin(result).filter((number) => number > 0 && !given.includes(number)),
    }))
    const ignored = uses.filter(({ computed }) => !computed.some((number) => states(told.text, number)))
    const observed =
      ignored
        .map(({ tool, computed }) => `nothing of ${tool}'s ${computed.slice(0, 6).join(', ')}`)
        .join('; ') || `something of each: ${uses.map(({ tool }) => tool).join(', ')}`
    return settle(uses.length >= FEWEST_TOOLS && ignored.length === 0, { observed })
  })
}

function successesIn({ events }: ObservedRun): ToolCall[] {
  return toolCallsIn(events).filter(({ status }) => status === 'success')
}
