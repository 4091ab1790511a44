import type { Defect } from '#proof/defect'
import type { Account } from '@netra/local-stack/auth-service/accounts'

export const defect: Defect = {
  wrong: 'Of two people who renew at the same moment, the second comes back as the first',
  reference: 'CWE-362; CWE-488',
  reddens: [{ check: 'ISO-1.renewed-as-herself', because: /who .* is: / }],
  sparesNothing: 'who renews beside whom is a matter of the clock',
  plant: () => {
    const under: { at: number; account: Account }[] = []
    return {
      auth: {
        sessions: (_kit, standard) => ({
          ...standard,
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            if (redemption.outcome !== 'renewed') return redemption
            const other = under.findLast(
              ({ at, account }) => Date.now() - at < 30 && account.id !== redemption.account.id,
            )
            under.push({ at: Date.now(), account: redemption.account })
            return other ? { ...redemption, account: other.account } : redemption
          },
        }),
      },
    }
  },
}
