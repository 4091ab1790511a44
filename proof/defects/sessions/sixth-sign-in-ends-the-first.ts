import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever signs in for the sixth time is signed out where she was first',
  reference: 'Platform contract, 4: by time or by signing out',
  reddens: [
    {
      check: 'ALWAYS.every-step-can-be-taken',
      inside: 'AUTH-4',
      because: /Asha's .*: expected 200, but it answered 401/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        open: async (account) => {
          const open = await kit.database<
            { id: string }[]
          >`select id from sessions where account_id = ${account.id} and ended_at is null order by created_at desc offset 4`
          for (const { id } of open) await standard.end(id)
          return standard.open(account)
        },
      }),
    },
  }),
}
