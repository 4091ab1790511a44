import { defineTool } from './tool.ts'
import { monthlyCost, monthlyTokens, PlacedWorkload, priceOf } from './workload.ts'

/** What a workload costs on one model. */
export const costCalculator = defineTool({
  name: 'cost_calculator',
  description: 'Monthly and yearly cost in US dollars of one workload on one model',
  parameters: PlacedWorkload,
  run: async ({ model, ...given }, context) => {
    const price = await priceOf(model, given, context)
    const monthly = monthlyCost(monthlyTokens(given), price)
    return {
      workload: given.workload,
      model,
      input_usd_per_million: price.inputUsdPerMillion,
      output_usd_per_million: price.outputUsdPerMillion,
      cost_usd_per_month: monthly,
      cost_usd_per_year: Math.round(monthly * 1200) / 100,
    }
  },
})
