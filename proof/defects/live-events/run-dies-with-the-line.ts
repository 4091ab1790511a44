import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work ends when whoever asked for it loses the line',
  reference: 'Former suite, C3: run-dies-with-socket',
  reddens: [{ check: 'LIVE-2.work-never-noticed', because: /cancelled|never told/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (kit, standard) => ({
        ...standard,
        leave: (line) => {
          standard.leave(line)
          void kit.runEngine.stopAllOf(line.userId)
        },
      }),
    },
  }),
}
