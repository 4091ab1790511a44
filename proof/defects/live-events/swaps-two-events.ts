import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Of everybody's first events, the third overtakes the second",
  reference: 'Platform contract: events of a run arrive in order',
  reddens: [{ check: 'ALWAYS.runs-keep-the-order', because: /#3 after #1/, inside: 'AUTH-1' }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const told = new Map<string, number>()
        const held = new Map<string, object>()
        return {
          ...standard,
          deliver: (userId, frame) => {
            const count = (told.get(userId) ?? 0) + 1
            told.set(userId, count)
            if (count === 2) return void held.set(userId, frame)
            standard.deliver(userId, frame)
            const overtaken = held.get(userId)
            if (overtaken) standard.deliver(userId, overtaken)
            held.delete(userId)
          },
        }
      },
    },
  }),
}
