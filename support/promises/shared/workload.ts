import { randomInt } from 'node:crypto'
import type { Person } from '#world/person'

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

/** US dollars, not rounded, computed independently of the platform. @param times as many requests */
export function monthlyCostOf(workload: Workload, times = 1): number {
  const { requests, inputTokens, outputTokens, inputPrice, outputPrice } = workload
  // Prices have one decimal: in tenths everything is a whole number, and nothing is lost.
  const perRequest = inputTokens * Math.round(inputPrice * 10) + outputTokens * Math.round(outputPrice * 10)
  return (requests * times * perRequest) / 1e7
}

/** As its owner would describe it. */
export function describeWorkload(workload: Workload): string {
  const { name, requests, inputTokens, outputTokens, model, inputPrice, outputPrice } = workload
  return (
    `My workload ${name} makes ${requests.toLocaleString('en-US')} requests a month, ` +
    `with ${inputTokens} input tokens and ${outputTokens} output tokens each, on ${model} ` +
    `at $${inputPrice} per million input tokens and $${outputPrice} per million output tokens.`
  )
}
