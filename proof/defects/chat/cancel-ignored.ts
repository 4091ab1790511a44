import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that is stopped goes on to its end',
  reference: 'Platform contract, 3: the run ends as cancelled within 2 s',
  reddens: [{ check: 'CHAT-3.stopped-in-time', because: /completed, told/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { runEngine: (_kit, standard) => ({ ...standard, cancel: () => Promise.resolve() }) },
  }),
}
