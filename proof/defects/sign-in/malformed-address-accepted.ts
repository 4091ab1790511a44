import type { Defect } from '#proof/defect'
import type { Registration } from '@netra/local-stack/auth-service/registration'

export const defect: Defect = {
  wrong: 'Anything passes for an address',
  reference: 'CWE-20',
  reddens: [{ check: 'AUTH-1.malformed-address-refused', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      registrationReader: (_kit, standard) => (body) => {
        const given = body as Partial<Registration>
        const isNone = given.email !== undefined && !given.email.includes('@')
        return isNone ? (given as Registration) : standard(body)
      },
    },
  }),
}
