import type { Defect } from '#proof/defect'

/** Her second loss finds her work cut off, in place of done. */
const A_MOMENT_MS = 150

export const defect: Defect = {
  wrong: 'Work ends a moment after whoever asked for it loses the line',
  reference: 'Former suite, C3: run-dies-with-socket, late',
  reddens: [{ check: 'LIVE-2.work-never-noticed', because: /cancelled|never told/ }],
  spares: ['LIVE-4'],
  plant: () => ({
    backend: {
      fanOut: (kit, standard) => ({
        ...standard,
        leave: (line) => {
          standard.leave(line)
          setTimeout(() => void kit.runEngine.stopAllOf(line.userId), A_MOMENT_MS)
        },
      }),
    },
  }),
}
