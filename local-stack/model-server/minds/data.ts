import type { Briefing } from '../briefing.ts'
import { isFull, type FullFacts } from '../figures.ts'
import type { Reply } from '../protocol.ts'
import { call, count, say } from '../words.ts'

const SOURCE = /["“]([^"”]+)["”]|\b([\w-]+\.(?:csv|xlsx?|json|pdf|txt|parquet))\b/i

/** Profiles usage, and reads sources as far as there are any. */
export function data({ part, facts, results }: Briefing): Reply {
  const result = results.at(-1)
  if (typeof result?.['error'] === 'string') return say(`Not done: ${part}. ${result['error']}`)
  if (result) return say(describe(result))
  const source = SOURCE.exec(part)
  if (source) return readSource(source[1] ?? source[2] ?? '', facts.workload)
  if (!isFull(facts)) return say(`The figures that were given are not enough for: ${part}.`)
  return call(`The usage of ${facts.workload} follows from the figures given.`, profile(facts))
}

function readSource(source: string, workload = 'unnamed'): Reply {
  return call(`The figures are said to be in ${source}.`, {
    name: 'usage_profile',
    arguments: { workload, source },
  })
}

function profile(facts: FullFacts): { name: string; arguments: object } {
  return { name: 'usage_profile', arguments: workloadArguments(facts) }
}

/** The user's figures as the tools take them. */
export function workloadArguments(facts: FullFacts): object {
  return {
    workload: facts.workload,
    requests_per_month: facts.requests,
    input_tokens_per_request: facts.inputTokens,
    output_tokens_per_request: facts.outputTokens,
  }
}

function describe(result: Record<string, unknown>): string {
  const number = (field: string): string => count(Number(result[field]))
  return (
    `Workload ${String(result['workload'])} makes ${number('requests_per_month')} requests a month. ` +
    `That is ${number('input_tokens_per_month')} input tokens and ` +
    `${number('output_tokens_per_month')} output tokens a month, ` +
    `${number('tokens_per_month')} tokens in all.`
  )
}
