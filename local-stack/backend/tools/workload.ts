import { z } from 'zod'
import { ToolFailure, type ModelPrice, type ToolContext } from './tool.ts'

const Amount = z.number().min(0)

/** A person's AI workload, in their own figures. */
export const Workload = z.object({
  workload: z.string().describe('Name of the workload, as the user wrote it'),
  requests_per_month: Amount,
  input_tokens_per_request: Amount,
  output_tokens_per_request: Amount,
})

/** Prices that the user has named; without them the catalogue's hold. */
const NamedPrices = z.object({ input_usd_per_million: Amount, output_usd_per_million: Amount }).partial()

/** A workload on a model. */
export const PlacedWorkload = Workload.extend({ model: z.string(), ...NamedPrices.shape })

export interface MonthlyTokens {
  readonly input: number
  readonly output: number
}

export function monthlyTokens(workload: z.output<typeof Workload>): MonthlyTokens {
  return {
    input: workload.requests_per_month * workload.input_tokens_per_request,
    output: workload.requests_per_month * workload.output_tokens_per_request,
  }
}

/** US dollars a month, rounded to the cent. */
export function monthlyCost(tokens: MonthlyTokens, price: Omit<ModelPrice, 'model'>): number {
  const dollars = (tokens.input * price.inputUsdPerMillion + tokens.output * price.outputUsdPerMillion) / 1e6
  return Math.round(dollars * 100) / 100
}

/** @throws {ToolFailure} for a model that nobody has named a price for */
export async function priceOf(
  model: string,
  named: z.output<typeof NamedPrices>,
  { prices }: ToolContext,
): Promise<ModelPrice> {
  const listed = await prices.of(model)
  const inputUsdPerMillion = named.input_usd_per_million ?? listed?.inputUsdPerMillion
  const outputUsdPerMillion = named.output_usd_per_million ?? listed?.outputUsdPerMillion
  if (inputUsdPerMillion === undefined || outputUsdPerMillion === undefined) {
    throw new ToolFailure(`No price is known for the model ${model}.`)
  }
  return { model, inputUsdPerMillion, outputUsdPerMillion }
}
