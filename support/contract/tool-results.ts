import { z } from 'zod'
import { PRICES, type ModelPrice } from './prices.ts'

const Amount = z.number().nonnegative()
const Usage = z.object({
  requests_per_month: Amount.default(0),
  input_tokens_per_request: Amount.default(0),
  output_tokens_per_request: Amount.default(0),
})
const Placed = Usage.extend({
  model: z.string(),
  input_usd_per_million: Amount.optional(),
  output_usd_per_million: Amount.optional(),
})
const Steps = z.object({ steps: z.array(z.object({ title: z.string(), weeks: z.number() })) })

type Figures = Readonly<Record<string, number | string>>
type Recompute = (parameters: unknown, result: Record<string, unknown>) => string[]

const TOOLS: Readonly<Record<string, Recompute>> = {
  usage_profile: (parameters, result) => differences(usageOf(Usage.parse(parameters)), result),
  cost_calculator: (parameters, result) => {
    const { price, model, monthly } = placed(parameters)
    if (!price) return [`it has a price for ${model}, which is not listed`]
    const prices = { input_usd_per_million: price.input, output_usd_per_million: price.output }
    const costs = { cost_usd_per_month: monthly(price), cost_usd_per_year: monthly(price) * MONTHS }
    return differences({ model, ...prices, ...costs }, result)
  },
  model_comparison: compare,
  roadmap_builder: (parameters, result) => {
    let week = 0
    const milestones = Steps.parse(parameters).steps.map(({ title, weeks }) => {
      const from = week + 1
      week += weeks
      return { title, from_week: from, to_week: week }
    })
    return [
      ...differences({ total_weeks: week }, result),
      ...differencesInList(milestones, result['milestones'], 'milestones'),
    ]
  },
}

/** Whether the contract says what this tool gives; a platform may have others. */
export function isListedTool(tool: string): boolean {
  return Object.hasOwn(TOOLS, tool)
}

const MONTHS = 12
/** A cent either way; of a year's cost, one for each month. */
const CENT = 0.0101

/** What is wrong with what a tool of the contract has computed of its parameters, each in words; nothing of another tool. */
export function faultsOfResult(tool: string, parameters: unknown, result: unknown): string[] {
  const recompute = TOOLS[tool]
  if (!recompute) return []
  const computed = z.record(z.string(), z.unknown()).safeParse(result)
  if (!computed.success) return ['it gives nothing to be read']
  try {
    return recompute(parameters, computed.data)
  } catch (error) {
    if (error instanceof z.ZodError) return ['it was not given what it takes']
    throw error
  }
}

function usageOf(usage: z.output<typeof Usage>): Figures {
  const input = usage.requests_per_month * usage.input_tokens_per_request
  const output = usage.requests_per_month * usage.output_tokens_per_request
  return {
    input_tokens_per_month: input,
    output_tokens_per_month: output,
    tokens_per_month: input + output,
  }
}

/** A workload on a model: by the prices that were named, and where none were, by the catalogue's. */
function placed(parameters: unknown) {
  const given = Placed.parse(parameters)
  const { model, input_usd_per_million: input, output_usd_per_million: output } = given
  const listed = PRICES[model]
  const price = { input: input ?? listed?.input, output: output ?? listed?.output }
  const isPriced = price.input !== undefined && price.output !== undefined
  const usage = usageOf(given)
  const monthly = (of: ModelPrice): number =>
    (Number(usage['input_tokens_per_month']) * of.input +
      Number(usage['output_tokens_per_month']) * of.output) /
    1e6
  return { model, monthly, price: isPriced ? (price as ModelPrice) : undefined }
}

function compare(parameters: unknown, result: Record<string, unknown>): string[] {
  const { price, model: present, monthly } = placed(parameters)
  if (!price) return [`it has a price for ${present}, which is not listed`]
  const others = Object.entries(PRICES)
    .filter(([model]) => model !== present)
    .map(([model, listed]) => ({ model, cost_usd_per_month: monthly(listed) }))
    .toSorted((one, other) => one.cost_usd_per_month - other.cost_usd_per_month)
  const saving = Math.max(0, monthly(price) - (others[0]?.cost_usd_per_month ?? Infinity))
  const cheapest = result['cheapest']
  // Where nothing costs less, it is what she has, or the best of the others.
  const isCheapest = cheapest === others[0]?.model || (saving < CENT && cheapest === present)
  return [
    ...differences({ model: present, cost_usd_per_month: monthly(price) }, result['present']),
    ...differencesInList(others, sortedByCost(result['alternatives']), 'alternatives'),
    ...differences({ saving_usd_per_month: saving }, result),
    ...(isCheapest ? [] : [`cheapest: ${String(cheapest)} for ${others[0]?.model}`]),
  ]
}

function sortedByCost(list: unknown): unknown {
  const costOf = (entry: unknown): number =>
    Number((entry as { cost_usd_per_month?: unknown } | null)?.cost_usd_per_month)
  return Array.isArray(list) ? list.toSorted((one, other) => costOf(one) - costOf(other)) : list
}

function differencesInList(wanted: readonly Figures[], list: unknown, name: string): string[] {
  if (!Array.isArray(list) || list.length !== wanted.length) return [`not the ${wanted.length} ${name}`]
  return wanted.flatMap((figures, index) => differences(figures, list[index]))
}

function differences(wanted: Figures, given: unknown): string[] {
  const computed = (given ?? {}) as Record<string, unknown>
  return Object.entries(wanted).flatMap(([field, right]) => {
    const value = computed[field]
    const slack = field.endsWith('_per_year') ? CENT * MONTHS : CENT
    const isRight =
      typeof right === 'number'
        ? typeof value === 'number' && Math.abs(value - right) <= slack + right * 1e-9
        : value === right
    const shown = typeof right === 'number' ? Math.round(right * 100) / 100 : right
    return isRight
      ? []
      : [`${field}: ${value === undefined ? 'nothing' : JSON.stringify(value)} for ${shown}`]
  })
}
