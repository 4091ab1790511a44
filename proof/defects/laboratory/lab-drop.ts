import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work begins, says one thought, and the line is closed',
  reference: 'Seed laboratory: drop',
  reddens: [{ check: 'CHAT-2.agents-work-together', because: /the line ended with 1001/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  wire: () => ({
    hear: (text, line) => {
      if (text.includes('"agent_thinking"')) setImmediate(() => line.hangUp(1001))
      return [text]
    },
  }),
}
