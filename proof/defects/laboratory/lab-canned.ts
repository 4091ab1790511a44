import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Everybody gets the same advice on everything',
  reference: 'Seed laboratory: canned',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /not named/ },
    { check: 'CHAT-2.answer-rests-on-tools', because: /nothing of/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({ backend: { supervisor: (_kit, standard) => rewording(standard, () => ADVICE) } }),
}

const ADVICE =
  'To optimise your AI costs, follow a plan in three steps: cache repeated prompts, use a smaller model where quality allows, and batch what is not urgent. This strategy reduces cost and improves performance.'
