import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The list of conversations shows those of everybody',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown .* in exchange/, inside: 'AUTH-5' }],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario compares the list of a bystander before and after',
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const owners = await kit.database<{ userId: string }[]>`select distinct user_id from threads`
          const everybody = [userId, ...owners.map((owner) => owner.userId).filter((id) => id !== userId)]
          const lists = await Promise.all(everybody.map((id) => standard.list(id, page, search)))
          const threads = lists.flatMap((list) => list.threads)
          return { threads, total: threads.length }
        },
      }),
    },
  }),
}
