import type { Defect } from '#proof/defect'
import { MEMBER_PERMISSIONS } from '@netra/local-stack/auth-service/membership'
import type { Registration } from '@netra/local-stack/auth-service/registration'

export const defect: Defect = {
  wrong: 'A registration is stored before it is looked at',
  reference: 'CWE-696',
  reddens: [{ check: 'AUTH-1.refusal-creates-nothing', because: /409|200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      registrationReader: (kit, standard) => async (body) => {
        const { email, password, name } = body as Partial<Registration>
        try {
          return await standard(body)
        } catch (refusal) {
          if (!email || !password) throw refusal
          const passwordHash = await kit.passwords.hash(String(password))
          const account = {
            email,
            name: String(name ?? email),
            permissions: MEMBER_PERMISSIONS,
            passwordHash,
          }
          await kit.accounts.add({ ...account, authProvider: 'password' })
          throw refusal
        }
      },
    },
  }),
}
