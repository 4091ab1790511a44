import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What was to be kept with a conversation is lost',
  reference: 'Platform contract, 3: metadata',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.to-the-letter'],
      because: /holds {"colour".*it holds {}/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        create: (userId, title) => standard.create(userId, title, {}),
      }),
    },
  }),
}
