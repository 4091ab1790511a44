import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The live line greets everybody as the demo user',
  reference: 'Seen on staging in 2025',
  reddens: [
    { check: 'AUTH-1.one-identity-everywhere', because: /the live line/ },
    { check: 'AUTH-4.same-person-on-every-device', because: /the live line/ },
  ],
  verdict: 'isolation-violated',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      liveIdentity: (_kit, standard) => async (token) => {
        const member = await standard(token)
        return member && { ...member, userId: 'demo-user' }
      },
    },
  }),
}
