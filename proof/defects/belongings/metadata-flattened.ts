import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What was to be kept with a conversation is kept as text',
  reference: 'Platform contract, 3: metadata, to the letter',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.to-the-letter'],
      because: /holds {"copies":3.*"3"/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        create: (userId, title, metadata) => {
          const texts = Object.entries(metadata).map(([name, value]) => [name, String(value)])
          return standard.create(userId, title, Object.fromEntries(texts) as object)
        },
      }),
    },
  }),
}
