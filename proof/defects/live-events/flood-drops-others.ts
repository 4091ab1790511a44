import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is flooded out takes everybody else along',
  reference: 'Former suite, W5: rate-limit-hits-everyone',
  reddens: [{ check: 'LIVE-5.others-notice-nothing', because: /line ended|gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const people = new Set<string>()
    return {
      backend: {
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            people.add(line.userId)
            return standard.join(line)
          },
        }),
        limits: (kit, standard) => ({
          ...standard,
          admitRun: (userId, running) => {
            try {
              standard.admitRun(userId, running)
            } catch (refusal) {
              for (const other of people) if (other !== userId) kit.fanOut.hangUp(other, 'overload')
              throw refusal
            }
          },
        }),
      },
    }
  },
}
