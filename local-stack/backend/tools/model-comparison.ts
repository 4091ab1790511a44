import { defineTool } from './tool.ts'
import { monthlyCost, monthlyTokens, PlacedWorkload, priceOf } from './workload.ts'

/** What a workload would cost elsewhere. */
export const modelComparison = defineTool({
  name: 'model_comparison',
  description: 'Monthly cost of one workload on its present model and on every model of the price catalogue',
  parameters: PlacedWorkload,
  run: async ({ model, ...given }, context) => {
    const tokens = monthlyTokens(given)
    const present = monthlyCost(tokens, await priceOf(model, given, context))
    const listed = (await context.prices.all()).filter((price) => price.model !== model)
    const others = listed.map((price) => ({
      model: price.model,
      cost_usd_per_month: monthlyCost(tokens, price),
    }))
    others.sort((a, b) => a.cost_usd_per_month - b.cost_usd_per_month)
    const cheapest = others[0]
    const saving = cheapest ? Math.round((present - cheapest.cost_usd_per_month) * 100) / 100 : 0
    return {
      workload: given.workload,
      present: { model, cost_usd_per_month: present },
      alternatives: others,
      cheapest: saving > 0 ? cheapest?.model : model,
      saving_usd_per_month: Math.max(0, saving),
    }
  },
})
