import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every page of a conversation is its first one',
  reference: 'Platform contract, 3: limit, offset',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.agrees'],
      because: /has place 1 .*stands at 2|of which this page has 0, and 1 stand/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: (threadId, page) => standard.list(threadId, { ...page, offset: 0 }),
      }),
    },
  }),
}
