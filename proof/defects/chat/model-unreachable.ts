import type { Defect } from '#proof/defect'
import { createModelClient } from '@netra/local-stack/backend/agents/model-client'

export const defect: Defect = {
  wrong: 'The language model does not answer, and no question is answered',
  reference: 'Operations: the dependency that fails most often',
  reddens: [
    { check: 'AUTH-1.first-question-answered', because: /failed/ },
    { check: 'ISO-2.answered-from-own-figures', because: /the work on it failed/ },
    {
      check: 'ALWAYS.no-unclaimed-fault',
      because: /supervisor failed: MODEL_UNAVAILABLE|failed: MODEL/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: (configs) => ({
    backend: {
      model: () => createModelClient({ ...configs.backend.model, baseUrl: 'http://127.0.0.1:9/v1' }),
    },
  }),
}
