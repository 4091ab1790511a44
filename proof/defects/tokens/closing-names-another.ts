import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who closes an account and names another closes the other',
  reference: 'CWE-290; CWE-639',
  reddens: [
    { check: 'AUTH-5.own-pass-opens-every-door', because: /her account, when another has left in her name/ },
  ],
  spares: ['AUTH-4'],
  plant: () => {
    let named: string | undefined
    return {
      auth: {
        tokenSource: (_kit, standard) => (headers, url) => {
          const given = new URL(url, 'http://auth').searchParams.get('user_id') ?? headers['x-user-id']
          named = typeof given === 'string' ? given : undefined
          return standard(headers, url)
        },
        accounts: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            const other = named
            named = undefined
            await standard.remove(other ?? id)
          },
        }),
      },
    }
  },
}
