import { randomInt } from 'node:crypto'
import { PRICES } from '#contract/prices'
import type { Person } from '#world/person'
import type { Quantity } from './quantities.ts'

/** Somebody's own AI workload, with figures that nobody has used before. */
export interface Workload {
  readonly name: string
  /** A month. */
  readonly requests: number
  /** Each. */
  readonly inputTokens: number
  readonly outputTokens: number
  readonly model: string
  /** US dollars for a million tokens. */
  readonly inputPrice: number
  readonly outputPrice: number
}

/** A workload with figures drawn anew. @param bird tells one workload of a person from another */
export function newWorkload({ marker }: Person, bird = 'heron'): Workload {
  return {
    name: `${marker}-${bird}`,
    // Seven digits, and never round: whoever else is told it, has not come upon it by chance.
    requests: randomInt(1_000, 9_000) * 1_000 + randomInt(1, 1_000),
    inputTokens: randomInt(200, 900),
    outputTokens: randomInt(100, 400),
    model: 'gpt-4o',
    inputPrice: randomInt(10, 40) / 10,
    outputPrice: randomInt(50, 150) / 10,
  }
}

/** The same, at the listed price of its model: whatever was named for it elsewhere does not hold. */
export function newListedWorkload(person: Person, bird?: string): Workload {
  const workload = newWorkload(person, bird)
  const { input = 0, output = 0 } = PRICES[workload.model] ?? {}
  return { ...workload, inputPrice: input, outputPrice: output }
}

/** US dollars, not rounded, computed independently of the platform. @param times as many requests */
export function monthlyCostOf(workload: Workload, times = 1): number {
  const { requests, inputTokens, outputTokens, inputPrice, outputPrice } = workload
  // Prices have two decimals: in cents everything is a whole number, and nothing is lost.
  const perRequest = inputTokens * Math.round(inputPrice * 100) + outputTokens * Math.round(outputPrice * 100)
  return (requests * times * perRequest) / 1e8
}

/** What it uses in a month. @param times as many requests */
export function monthlyUsageOf(workload: Workload, times = 1): Quantity[] {
  const requests = workload.requests * times
  const [input, output] = [requests * workload.inputTokens, requests * workload.outputTokens]
  return [
    { amount: requests, of: 'requests', per: 'month' },
    { amount: input, of: 'input tokens', per: 'month' },
    { amount: output, of: 'output tokens', per: 'month' },
    { amount: input + output, of: 'tokens', per: 'month' },
  ]
}

/** As its owner would describe it. */
export function describeWorkload(workload: Workload): string {
  const { inputPrice, outputPrice } = workload
  const prices = `at $${inputPrice} per million input tokens and $${outputPrice} per million output tokens`
  return `${describeUse(workload)} ${prices}.`
}

/** The same without a word of prices. */
export function describeAtListedPrice(workload: Workload): string {
  return `${describeUse(workload)}.`
}

function describeUse({ name, requests, inputTokens, outputTokens, model }: Workload): string {
  return (
    `My workload ${name} makes ${requests.toLocaleString('en-US')} requests a month, ` +
    `with ${inputTokens} input tokens and ${outputTokens} output tokens each, on ${model}`
  )
}
