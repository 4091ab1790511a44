import { PRICES } from '#contract/prices'
import type { ContractClause } from './clause.ts'

const LISTED = Object.entries(PRICES).map(
  ([model, { input, output }]) => `${model} ${input.toFixed(2)} ${output.toFixed(2)}`,
)

/** Section 5: what the tools compute, and of what. */
export const TOOLS = {
  'tools.to-the-cent': 'What they compute, and of what; money to the cent',
  'tools.usage-profile':
    'usage_profile workload, requests_per_month, input_tokens_per_request, output_tokens_per_request input_tokens_per_month, output_tokens_per_month, tokens_per_month',
  'tools.cost-calculator':
    "cost_calculator the same, model, and where the asker named prices input_usd_per_million, output_usd_per_million; without them the catalogue's hold model, both prices, cost_usd_per_month, cost_usd_per_year: twelve months",
  'tools.model-comparison':
    'model_comparison the same present {model, cost_usd_per_month}, alternatives [{model, cost_usd_per_month}]: all others of the catalogue, cheapest, saving_usd_per_month: 0 where nothing costs less',
  'tools.roadmap-builder':
    'roadmap_builder steps [{title, weeks}] milestones [{title, from_week, to_week}], one after the other, and total_weeks',
  'tools.prices': 'This is the price catalogue, in US dollars for a million tokens',
  'tools.unknown-model':
    'for a model that is not in it, and for which the asker named no prices, a tool fails',
  'tools.listed-prices': LISTED.join(' '),
} as const satisfies Record<string, ContractClause>
