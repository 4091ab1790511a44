import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "The refusal of what is another's comes with a header that tells that it is there",
  reference: 'Platform contract, 3: answered alike; CWE-204',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /x-cache-status/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      notYours: (_kit, standard) => (exists) => {
        const { status, code, message, headers } = standard(exists)
        return new Refusal(status, code, message, { ...headers, 'x-cache-status': exists ? 'hit' : 'miss' })
      },
    },
  }),
}
