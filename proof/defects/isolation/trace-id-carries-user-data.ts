import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The trace of an error carries who asked before, in another spelling',
  reference: 'CWE-201',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown .* in exchange/, inside: 'ISO-4' }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => {
    const recent: string[] = []
    return {
      backend: {
        identity: (_kit, standard) => async (token) => {
          const member = await standard(token)
          if (member) recent.push(member.email)
          return member
        },
        describeFault: (_kit, standard) => (fault, request, error) => ({
          ...standard(fault, request, error),
          trace_id: Buffer.from(recent.at(-2) ?? 'nobody').toString('base64url'),
        }),
      },
    }
  },
}
