import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The line that is one too many ends as if all were well, without a reason',
  reference: 'Platform contract, 4: A person has up to 10 lines; the 11th gets 1008',
  reddens: [
    { check: 'LIVE-5.ten-lines-and-no-more', because: /each line beyond: (\d+ × )?ended with 1000 / },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => ({
        ...standard,
        join: (line) => {
          if (!standard.join(line)) line.close(1000, '')
          return true
        },
      }),
    },
  }),
}
