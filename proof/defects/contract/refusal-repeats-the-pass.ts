import type { Defect } from '#proof/defect'
import { InvalidToken } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'A refusal quotes the pass that it refuses',
  reference: 'CWE-532; CWE-209',
  reddens: [
    { check: 'ALWAYS.no-secret-shows', because: /a pass of Asha's shows in exchange \d+/, inside: 'AUTH-4' },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => ({
        ...standard,
        recognise: (token) =>
          standard.recognise(token).catch(() => {
            throw new InvalidToken(`Session has ended: ${token}`)
          }),
      }),
    },
  }),
}
