import { z } from 'zod'
import { defineTool, ToolFailure } from './tool.ts'
import { monthlyTokens, Workload } from './workload.ts'

/** What a workload uses in a month. Figures come from the user's own words; no other source is connected. */
export const usageProfile = defineTool({
  name: 'usage_profile',
  description: 'Monthly token usage of one workload, computed from the figures the user gave',
  parameters: Workload.partial().extend({
    workload: Workload.shape.workload,
    source: z.string().optional().describe('A file, report or system to read from, if the user names one'),
  }),
  run: ({ source, ...given }) => {
    if (source !== undefined) throw new ToolFailure(`There is no source called "${source}" to read from.`)
    const {
      workload,
      requests_per_month = 0,
      input_tokens_per_request = 0,
      output_tokens_per_request = 0,
    } = given
    const figures = { workload, requests_per_month, input_tokens_per_request, output_tokens_per_request }
    const { input, output } = monthlyTokens(figures)
    return {
      ...figures,
      input_tokens_per_month: input,
      output_tokens_per_month: output,
      tokens_per_month: input + output,
    }
  },
})
