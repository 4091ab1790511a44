import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Every work of everybody is told under the same name, in the same conversation',
  reference: 'Seed laboratory: every run of every user has the same run id and thread id',
  reddens: [
    { check: 'ALWAYS.nothing-foreign-shows', because: /run_1 was given to both/, inside: 'LIVE-4' },
    { check: 'LIVE-4.each-is-told-her-own', because: /not hers/ },
  ],
  spares: ['AUTH-4'],
  wire: () =>
    hearing((frame) => {
      const isAboutWork = 'run_id' in frame.payload
      return [
        isAboutWork
          ? { ...frame, payload: { ...frame.payload, run_id: 'run_1', thread_id: 'thread_1' } }
          : frame,
      ]
    }),
}
