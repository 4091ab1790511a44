import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who deletes the same twice at once meets a fault',
  reference: 'Platform contract, 3: 200, afterwards 404; a race',
  reddens: [
    {
      check: 'ISO-4.at-once-is-in-order',
      because: /what is done at once is done, or not found: (\d+ × )?500/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        remove: async (id) => {
          // Long enough for both to have found it.
          await pause(50)
          const gone = await kit.database`delete from threads where id = ${id}`
          if (gone.count === 0) throw new Error('nothing to delete')
        },
      }),
    },
  }),
}
