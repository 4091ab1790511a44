import type { Defect } from '#proof/defect'
import type { Run } from '@netra/local-stack/backend/conversations/runs'

const KEPT_MS = 1_000

export const defect: Defect = {
  wrong: 'Whoever asks for the record of a work again within a second is told what it was before',
  reference: 'CWE-524; Platform contract, 3: as it was told',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-3',
      breaks: ['backend.agrees'],
      because: /ended with a fault .* and it is running/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => {
    const kept = new Map<string, { readonly at: number; readonly run: Run | undefined }>()
    return {
      backend: {
        runs: (_kit, standard) => ({
          ...standard,
          byId: async (id) => {
            const before = kept.get(id)
            if (before && Date.now() - before.at < KEPT_MS) return before.run
            const run = await standard.byId(id)
            kept.set(id, { at: Date.now(), run })
            return run
          },
        }),
      },
    }
  },
}
