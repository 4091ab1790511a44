import type { Briefing } from '../briefing.ts'
import { isFull, type FullFacts } from '../figures.ts'
import type { Reply } from '../protocol.ts'
import { call, dollars, say } from '../words.ts'
import { workloadArguments } from './data.ts'

const DEFAULT_MODEL = 'gpt-4o'

/** Computes what a workload costs, and where it would cost less. */
export function optimisation({ part, facts, results }: Briefing): Reply {
  const failed = results.find(({ error }) => typeof error === 'string')
  if (failed) return say(`Not done: ${part}. ${String(failed['error'])}`)
  if (results.length > 0) return say(results.map(describe).filter(Boolean).join(' '))
  if (!isFull(facts)) return say(`The figures that were given are not enough for: ${part}.`)
  const parameters = costArguments(facts)
  return call(
    `The cost of ${facts.workload} has to be computed and compared.`,
    { name: 'cost_calculator', arguments: parameters },
    { name: 'model_comparison', arguments: parameters },
  )
}

function costArguments(facts: FullFacts): object {
  const { model = DEFAULT_MODEL, inputPrice, outputPrice } = facts
  return {
    ...workloadArguments(facts),
    model,
    ...(inputPrice === undefined ? {} : { input_usd_per_million: inputPrice }),
    ...(outputPrice === undefined ? {} : { output_usd_per_million: outputPrice }),
  }
}

function describe(result: Record<string, unknown>): string {
  const amount = (field: string): string => dollars(Number(result[field]))
  if ('cost_usd_per_year' in result) {
    return (
      `On ${String(result['model'])}, workload ${String(result['workload'])} costs ` +
      `${amount('cost_usd_per_month')} a month, which is ${amount('cost_usd_per_year')} a year.`
    )
  }
  if (Number(result['saving_usd_per_month']) === 0) return 'No model of the price catalogue would cost less.'
  return `On ${String(result['cheapest'])} it would cost ${amount('saving_usd_per_month')} a month less.`
}
