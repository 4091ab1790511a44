import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "What is another's is forbidden, and what does not exist is not found",
  reference: 'Platform contract, 3: answered alike; CWE-204',
  reddens: [
    { check: 'ISO-4.foreign-answered-as-unknown', because: /\[403.*; where there is nothing: \[404/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      notYours: (_kit, standard) => (exists) =>
        exists ? new Refusal(403, 'FORBIDDEN', 'This is not yours') : standard(exists),
    },
  }),
}
