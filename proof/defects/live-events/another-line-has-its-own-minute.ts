import type { Defect } from '#proof/defect'
import { AsyncLocalStorage } from 'node:async_hooks'

export const defect: Defect = {
  wrong: 'Whoever opens another line, or the same one again, has sixty more messages a minute there',
  reference:
    'Platform contract, 3: Each person has 60 messages a minute; Messages on the live line and by a call are counted together',
  reddens: [{ check: 'ISO-5.so-many-a-minute', because: /more taken, too/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => {
    const places = new AsyncLocalStorage<string>()
    const first = new Map<string, string>()
    return {
      backend: {
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: (userId) => standard.admitMessage(places.getStore() ?? userId),
        }),
        frameHandler: (_kit, standard) => (connection, data, isBinary) => {
          const { id, userId } = connection
          if (!first.has(userId)) first.set(userId, id)
          const place = first.get(userId) === id ? userId : `${userId} ${id}`
          return places.run(place, () => standard(connection, data, isBinary))
        },
      },
    }
  },
}
