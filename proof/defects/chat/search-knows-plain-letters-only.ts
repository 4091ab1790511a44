import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A search by words in another writing finds nothing',
  reference: 'CWE-176, CWE-116; platform contract, 3: to the letter',
  reddens: [{ check: 'CHAT-1.words-kept-to-the-letter', because: /do not find it/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: (userId, page, search) => standard.list(userId, page, search?.replace(/[^\x20-\x7e]/g, '?')),
      }),
    },
  }),
}
