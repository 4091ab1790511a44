import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Who looks for a word finds it in her own conversations, and further on in everybody's",
  reference: 'CWE-639; a filter that is lost when a search is paged',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /\(.*offset 1.*\): [01] of [1-9]/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search || page.offset === 0) return standard.list(userId, page, search)
          const owners = await kit.database<{ userId: string }[]>`select distinct user_id from threads`
          const whole = { limit: 100, offset: 0 }
          const lists = await Promise.all(owners.map((owner) => standard.list(owner.userId, whole, search)))
          const all = lists.flatMap((list) => list.threads)
          return { threads: all.slice(page.offset, page.offset + page.limit), total: all.length }
        },
      }),
    },
  }),
}
