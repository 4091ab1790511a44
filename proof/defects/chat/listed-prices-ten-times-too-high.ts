import type { Defect } from '#proof/defect'
import { createToolbox } from '@netra/local-stack/backend/tools/toolbox'
import { createPriceCatalogue } from '@netra/local-stack/backend/tools/tool'
import { times } from '#damage/tools'

export const defect: Defect = {
  wrong: 'The prices of the catalogue are ten times too high',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    { check: 'CHAT-1.other-question-other-answer', because: /is not stated/ },
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.prices'],
      because: /cost_usd_per_month/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: ({ database }) => {
        const prices = createPriceCatalogue(database)
        return createToolbox({
          all: async () => (await prices.all()).map((price) => times(10, price)),
          of: async (model) => {
            const price = await prices.of(model)
            return price && times(10, price)
          },
        })
      },
    },
  }),
}
