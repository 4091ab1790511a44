import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'Who says at the opening of a line that he is another is welcomed as her',
  reference: 'CWE-290; Platform contract, 4: user_id is the token’s sub',
  reddens: [{ check: 'ISO-4.owner-fields-ignored', because: /a line: the other one's/ }],
  verdict: 'isolation-violated',
  spares: ['LIVE-4'],
  plant: () => ({
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) => {
        const token = standard(headers, url)
        const named = headers['x-user-id'] ?? new URL(url, 'http://b').searchParams.get('user_id') ?? ''
        return token === undefined || named === '' ? token : `${String(named)} ${token}`
      },
      liveIdentity: (_kit, standard) => async (token) => {
        const [named = '', own] = token.split(' ')
        const member = await standard(own ?? named)
        return member && own !== undefined ? { ...member, userId: named } : member
      },
    },
  }),
}
