import type { Defect } from '#proof/defect'
import type { Thread } from '@netra/local-stack/backend/conversations/threads'

export const defect: Defect = {
  wrong: 'A conversation is shown without its title',
  reference: 'Platform contract: a thread has a title',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.agrees'],
      because: /is called null/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario looks at the list of a bystander',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (...request) => {
          const { threads, total } = await standard.list(...request)
          return { threads: threads.map(({ title: _title, ...others }) => others as Thread), total }
        },
      }),
    },
  }),
}
