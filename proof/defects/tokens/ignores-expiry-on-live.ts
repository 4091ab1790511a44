import type { Defect } from '#proof/defect'
import { jwtVerify } from 'jose'
import { memberByItsWord } from '#damage/unverified'
import type { Member } from '@netra/local-stack/backend/identity'

export const defect: Defect = {
  wrong: 'A live line opens with a token whose time is over',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    { check: 'AUTH-3.expired-opens-no-line', because: /live line .* is open/ },
    { check: 'AUTH-5.expired-refused', because: /live line .* is open/ },
  ],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: {
      liveIdentity: (_kit, standard) => async (token) => {
        const expired = async (): Promise<Member | undefined> => {
          const lenient = { algorithms: ['HS256'], clockTolerance: '10 years' }
          const { payload } = await jwtVerify(token, new TextEncoder().encode(signingSecret), lenient)
          const isOver = (payload.exp ?? 0) * 1000 < Date.now()
          if (payload['token_type'] !== 'access' || !isOver) return undefined
          return memberByItsWord({ header: {}, payload, signature: '' })
        }
        return (await standard(token)) ?? expired().catch(() => undefined)
      },
    },
  }),
}
