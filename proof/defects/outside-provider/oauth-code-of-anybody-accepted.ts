import type { ProviderTrip } from '@netra/local-stack/auth-service/outside-provider'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A code of the provider is good in the sign-in of anybody',
  reference: 'RFC 7636, 4.6; RFC 9700, 4.5',
  reddens: [{ check: 'AUTH-2.code-in-foreign-sign-in-refused', because: /with a session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      outsideProvider: (_kit, standard) => {
        const trips: ProviderTrip[] = []
        return {
          ...standard,
          prepare: () => {
            const trip = standard.prepare()
            trips.push(trip)
            return trip
          },
          // Whoever tries every proof finds the one that fits.
          redeem: async (callback, trip) => {
            for (const other of trips.toReversed()) {
              const back = new URL(callback)
              back.searchParams.set('state', other.state)
              const identity = await standard.redeem(back, other).catch(() => undefined)
              if (identity) return identity
            }
            return standard.redeem(callback, trip)
          },
        }
      },
    },
  }),
}
