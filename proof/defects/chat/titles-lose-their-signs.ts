import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Titles are kept in plain letters only',
  reference: 'CWE-176, CWE-116; platform contract, 3: to the letter',
  reddens: [{ check: 'CHAT-1.words-kept-to-the-letter', because: /the title is/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        create: (userId, title, metadata) =>
          standard.create(userId, title.replace(/[^\x20-\x7eÀ-ÿ]/g, '?'), metadata),
      }),
    },
  }),
}
