import { costCalculator } from './cost-calculator.ts'
import { modelComparison } from './model-comparison.ts'
import { roadmapBuilder } from './roadmap-builder.ts'
import { usageProfile } from './usage-profile.ts'
import { ToolFailure, type PriceCatalogue, type Tool } from './tool.ts'

/** What came of using a tool. */
export interface ToolUse {
  readonly status: 'success' | 'error'
  readonly result: unknown
}

/** The tools there are, and the running of them. */
export interface Toolbox {
  find(name: string): Tool | undefined
  use(tool: Tool, parameters: object, userId: string): Promise<ToolUse>
}

export function createToolbox(prices: PriceCatalogue): Toolbox {
  const tools = new Map(
    [usageProfile, costCalculator, modelComparison, roadmapBuilder].map((tool) => [tool.name, tool]),
  )
  return {
    find: (name) => tools.get(name),
    use: async (tool, parameters, userId) => {
      try {
        return { status: 'success', result: await tool.run(parameters, { userId, prices }) }
      } catch (error) {
        if (error instanceof ToolFailure) return { status: 'error', result: { error: error.message } }
        throw error
      }
    },
  }
}
