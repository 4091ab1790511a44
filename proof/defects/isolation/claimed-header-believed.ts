import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whom a header names as the caller is taken for the caller',
  reference: 'CWE-290; a header that only the proxy in front may set',
  reddens: [
    {
      check: 'ISO-4.foreign-answered-as-unknown',
      because: /with headers that name its owner\): \[20[02]/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        identity: (_kit, standard) => async (token) => {
          const claimed = current()?.headers['x-forwarded-user']
          const member = await standard(token)
          return member && typeof claimed === 'string' ? { ...member, userId: claimed } : member
        },
      },
    }
  },
}
