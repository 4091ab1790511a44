import type { Defect } from '#proof/defect'
import { AsyncLocalStorage } from 'node:async_hooks'
import { decodeJwt } from 'jose'

export const defect: Defect = {
  wrong: 'As much as a person may have worked on at once, she may have in each of her sessions',
  reference: 'Platform contract, 3: Each person has 5 runs at once; OWASP API 2023, API4',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /one more by a call: 202/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const sessions = new AsyncLocalStorage<string>()
    const bySession = new Map<string, string>()
    return {
      backend: {
        tokenSource: (_kit, standard) => (headers, url) => {
          const token = standard(headers, url)
          try {
            sessions.enterWith(token === undefined ? '' : (decodeJwt(token).jti ?? ''))
          } catch {
            sessions.enterWith('')
          }
          return token
        },
        frameHandler: (_kit, standard) => (connection, data, isBinary) =>
          sessions.run(connection.tokenId, () => standard(connection, data, isBinary)),
        runs: (kit, standard) => ({
          ...standard,
          create: async (threadId, userId) => {
            const run = await standard.create(threadId, userId)
            bySession.set(run.id, sessions.getStore() ?? '')
            return run
          },
          countRunning: async (userId) => {
            const rows = await kit.database<
              { id: string }[]
            >`select id from runs where user_id = ${userId} and status = 'running'`
            return rows.filter(({ id }) => bySession.get(id) === (sessions.getStore() ?? '')).length
          },
        }),
      },
    }
  },
}
