import { AsyncLocalStorage } from 'node:async_hooks'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A wrong password that is tried again and again counts as one failure',
  reference: 'Platform contract, 2: after 10 failures in 60 s 429',
  reddens: [
    {
      check: 'AUTH-5.guessing-is-slowed-alike',
      because: /at an account of the outside provider 14 times 401/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const attempts = new AsyncLocalStorage<{ password?: string }>()
    const lastWrong = new Map<string, string | undefined>()
    return {
      auth: {
        passwords: (_kit, standard) => ({
          ...standard,
          verify: (password, stored) => {
            Object.assign(attempts.getStore() ?? {}, { password })
            return standard.verify(password, stored)
          },
        }),
        loginThrottle: (_kit, standard) => ({
          ...standard,
          inTurn: (key, attempt) => standard.inTurn(key, () => attempts.run({}, attempt)),
          failed: async (key) => {
            const password = attempts.getStore()?.password
            if (lastWrong.get(key) !== password) await standard.failed(key)
            lastWrong.set(key, password)
          },
          succeeded: async (key) => {
            lastWrong.delete(key)
            await standard.succeeded(key)
          },
        }),
      },
    }
  },
}
