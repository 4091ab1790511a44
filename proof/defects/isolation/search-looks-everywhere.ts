import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Who looks for a word finds it in everybody's conversations",
  reference: 'CWE-639; a search index without an owner',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /looks for what is User \d's: [1-9]/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search) return standard.list(userId, page)
          const owners = await kit.database<{ userId: string }[]>`select distinct user_id from threads`
          const lists = await Promise.all(owners.map((owner) => standard.list(owner.userId, page, search)))
          const threads = lists.flatMap((list) => list.threads)
          return { threads, total: threads.length }
        },
      }),
    },
  }),
}
