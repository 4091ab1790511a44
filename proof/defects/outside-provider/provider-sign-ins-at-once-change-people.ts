import type { Defect } from '#proof/defect'
import type { ProviderIdentity } from '@netra/local-stack/auth-service/outside-provider'

export const defect: Defect = {
  wrong:
    'Of two people who come back from the provider at the same moment, the second is taken for the first',
  reference: 'CWE-362; CWE-287',
  reddens: [
    {
      check: 'AUTH-2.provider-session-renews-and-ends',
      because:
        /who signed in at the same moment came in as somebody else|an account that was closed is there again/,
    },
  ],
  sparesNothing: 'who meets at the provider at one moment is a matter of the clock',
  plant: () => {
    const under: { at: number; who: ProviderIdentity }[] = []
    return {
      auth: {
        outsideProvider: (_kit, standard) => ({
          ...standard,
          redeem: async (callback, trip) => {
            const who = await standard.redeem(callback, trip)
            const other = under.findLast(
              ({ at, who: one }) => Date.now() - at < 60 && one.subject !== who.subject && one.emailVerified,
            )
            under.push({ at: Date.now(), who })
            return other?.who ?? who
          },
        }),
      },
    }
  },
}
