import type { Toolbox } from '@netra/local-stack/backend/tools/toolbox'
import type { ModelPrice } from '@netra/local-stack/backend/tools/tool'

type Result = Readonly<Record<string, unknown>>

/** Lets a tool compute as usual, and changes what comes of it. */
export function computing(standard: Toolbox, name: string, change: (result: Result) => object): Toolbox {
  return {
    ...standard,
    use: async (tool, parameters, userId) => {
      const use = await standard.use(tool, parameters, userId)
      const isIt = tool.name === name && use.status === 'success'
      return isIt ? { ...use, result: change(use.result as Result) } : use
    },
  }
}

/** The same price, so many times as high. */
export function times(
  factor: number,
  { model, inputUsdPerMillion, outputUsdPerMillion }: ModelPrice,
): ModelPrice {
  return {
    model,
    inputUsdPerMillion: inputUsdPerMillion * factor,
    outputUsdPerMillion: outputUsdPerMillion * factor,
  }
}
