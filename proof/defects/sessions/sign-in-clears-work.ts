import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Signing in begins with an empty house',
  reference: 'Platform contract: conversations are kept',
  reddens: [
    { check: 'AUTH-5.earlier-work-is-there', because: /the number of her conversations was 1 and is 0/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      signIns: (kit, standard) => ({
        ...standard,
        open: async (account) => {
          await kit.sessionEnds.accountEnded(account.id)
          return standard.open(account)
        },
      }),
    },
  }),
}
