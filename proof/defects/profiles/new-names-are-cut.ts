import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of the new name of a conversation only the first hundred and twenty letters are kept',
  reference: 'Platform contract, 3: Titles are told as they were given; a column that is too narrow',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'ISO-4',
      breaks: ['backend.to-the-letter'],
      because: /is called .*a long name/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        rename: (id, title) => standard.rename(id, title.slice(0, 120)),
      }),
    },
  }),
}
