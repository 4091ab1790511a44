import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: "A person's third line is told of no work",
  reference: 'Platform contract, 4: Each line of a person gets each event once',
  reddens: [{ check: 'LIVE-5.ten-lines-and-no-more', because: /words of her work on each other line/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const count = new Map<string, number>()
        return {
          ...standard,
          join: (line) => {
            const now = (count.get(line.userId) ?? 0) + 1
            count.set(line.userId, now)
            if (now > 2) {
              const send = line.send.bind(line)
              line.send = (frame) => {
                if (!('sequence' in frame)) send(frame)
              }
            }
            return standard.join(line)
          },
          leave: (line) => {
            count.set(line.userId, (count.get(line.userId) ?? 1) - 1)
            standard.leave(line)
          },
        }
      },
    },
  }),
}
