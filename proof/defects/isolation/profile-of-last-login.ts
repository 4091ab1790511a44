import type { Member } from '@netra/local-stack/backend/identity'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The profile is that of whoever came last',
  reference: 'CWE-488; CWE-567',
  reddens: [{ check: 'ISO-1.each-reads-herself', because: /User \d's profile: user_/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'a bystander signs in beside, in every scenario',
  plant: () => {
    const seen = new Set<string | undefined>()
    let last: Member | undefined
    return {
      backend: {
        identity: (_kit, standard) => async (token) => {
          const member = await standard(token)
          if (member && !seen.has(member.userId)) last = member
          seen.add(member?.userId)
          return member
        },
        profileOf: (_kit, standard) => async (visitor) => ({ ...(await standard(visitor)), ...last }),
      },
    }
  },
}
