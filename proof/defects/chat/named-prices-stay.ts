import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'Prices that somebody has named for a model once hold for that model in all of their later conversations',
  reference:
    "Platform contract, 5: where the asker named prices …; without them the catalogue's hold; Memory is per thread",
  reddens: [{ check: 'CHAT-1.other-question-other-answer', because: /its cost, \$\S+, is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) => {
        const named = new Map<string, Priced>()
        return {
          ...standard,
          use: (tool, parameters, userId) => {
            const { model, input_usd_per_million, output_usd_per_million } = parameters as Priced
            const key = `${userId} ${model}`
            if (input_usd_per_million !== undefined && output_usd_per_million !== undefined)
              named.set(key, { input_usd_per_million, output_usd_per_million })
            return standard.use(tool, { ...named.get(key), ...parameters }, userId)
          },
        }
      },
    },
  }),
}

interface Priced {
  readonly model?: string
  readonly input_usd_per_million?: number
  readonly output_usd_per_million?: number
}
