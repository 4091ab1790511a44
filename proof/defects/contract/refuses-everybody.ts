import type { Defect } from '#proof/defect'
import { InvalidToken } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'Every door is shut, to its owner as well',
  reference: 'Blanket: a target that refuses all must not pass for a safe one',
  reddens: [
    { check: 'ALWAYS.no-unclaimed-fault', because: /no bystander could settle in/, inside: 'AUTH-5' },
  ],
  verdict: 'failed',
  sparesNothing: 'without an open door no scenario begins',
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => ({
        ...standard,
        recognise: () => Promise.reject(new InvalidToken('Session has ended')),
      }),
    },
  }),
}
