import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever tries again while an address is shut begins its minute anew',
  reference:
    'Platform contract, 2: Until the first of the ten is 60 s old, every login at that address is answered 429, and Retry-After says how long that still is',
  reddens: [{ check: 'AUTH-5.wait-is-kept', because: /a wrong password: 429 .* wait 60 s/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => ({
        ...standard,
        admit: (key) =>
          standard.admit(key).catch(async () => {
            await standard.succeeded(key)
            for (let failure = 0; failure < 10; failure++) await standard.failed(key)
            await standard.admit(key)
          }),
      }),
    },
  }),
}
