import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'The question comes back as its own answer',
  reference: 'Seed laboratory: echo; there it passed 19 of 20, as the healthy product did',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /not stated/ },
    { check: 'CHAT-2.answer-rests-on-tools', because: /nothing of/ },
    { check: 'CHAT-5.all-parts-are-there', because: /risks is missing.*roles is missing/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: { supervisor: (_kit, standard) => rewording(standard, (_text, { question }) => question) },
  }),
}
