import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Guessing at somebody's password signs them out",
  reference: 'CWE-645',
  reddens: [{ check: 'AUTH-5.nobody-else-is-slowed', because: /open session: 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (kit, standard) => ({
        ...standard,
        failed: async (key) => {
          await standard.failed(key)
          await kit.database`update sessions set ended_at = now() where account_id in (
            select id from accounts where email_key = ${key})`
        },
      }),
    },
  }),
}
