import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What one person may ask in a minute, all people together may',
  reference: "Platform contract, 3: nobody's flood slows or refuses anybody else",
  reddens: [{ check: 'ISO-5.nobody-else-is-slowed', because: /RATE_LIMITED/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      limits: (_kit, standard) => ({ ...standard, admitMessage: () => standard.admitMessage('everybody') }),
    },
  }),
}
