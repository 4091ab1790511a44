import type { Threads } from '@netra/local-stack/backend/conversations/threads'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A list that was made for one person is given to the next one who asks for it',
  reference: 'CWE-524; CWE-488',
  reddens: [{ check: 'ISO-1.each-reads-herself', because: /User \d's conversations: thread_/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'everybody asks for her list at the end of each',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => {
        const lists = new Map<string, ReturnType<Threads['list']>>()
        return {
          ...standard,
          list: (userId, page, search) => {
            const key = JSON.stringify([page, search])
            const list = lists.get(key) ?? standard.list(userId, page, search)
            lists.set(key, list)
            return list
          },
        }
      },
    },
  }),
}
