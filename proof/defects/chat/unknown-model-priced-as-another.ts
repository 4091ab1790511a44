import type { Defect } from '#proof/defect'
import { createToolbox } from '@netra/local-stack/backend/tools/toolbox'
import { createPriceCatalogue } from '@netra/local-stack/backend/tools/tool'

export const defect: Defect = {
  wrong: 'A model that nobody has a price for costs what another one costs',
  reference: 'OWASP LLM09:2025, Misinformation',
  reddens: [
    { check: 'CHAT-4.unknown-model-has-no-price', because: /it is told as done/ },
    { check: 'ALWAYS.tools-compute-by-the-list', because: /which is not listed/, inside: 'CHAT-4' },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      toolbox: ({ database }) => {
        const prices = createPriceCatalogue(database)
        return createToolbox({
          ...prices,
          of: async (model) => (await prices.of(model)) ?? prices.of('gpt-4o'),
        })
      },
    },
  }),
}
