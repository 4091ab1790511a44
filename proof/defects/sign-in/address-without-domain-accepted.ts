import type { Registration } from '@netra/local-stack/auth-service/registration'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An address may end at its @',
  reference: 'CWE-20',
  reddens: [{ check: 'AUTH-1.malformed-address-refused', because: /ends at its @: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      registrationReader: (_kit, standard) => (body) => {
        const given = body as Partial<Registration>
        return given.email?.endsWith('@') ? (given as Registration) : standard(body)
      },
    },
  }),
}
