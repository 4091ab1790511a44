import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What one person may ask at once, all people together may',
  reference: 'Seed laboratory: refusals by a limiter shared by all users',
  reddens: [{ check: 'LIVE-5.others-notice-nothing', because: /refused|RATE_LIMITED/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        countRunning: async () => (await standard.running()).length,
      }),
    },
  }),
}
