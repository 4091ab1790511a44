import { speaking } from '#damage/dialects'
import type { ReadFrame } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every line is welcomed as one demo user, on a platform that speaks as on 15 September 2025',
  reference: 'On record of staging: demo identity on every line; platform contract, 4: user_id',
  reddens: [{ check: 'LIVE-4.welcomed-by-the-pass', because: /demo-use/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario of lines asks whose they are',
  wire: () => {
    const { hear } = speaking('sep15')
    return {
      hear: (text, line, others) => {
        const frame = JSON.parse(text) as ReadFrame
        const isWelcome = frame.type === 'connection_established'
        const payload = isWelcome ? { ...frame.payload, user_id: 'demo-user-001' } : frame.payload
        return hear?.(JSON.stringify({ ...frame, payload }), line, others) ?? []
      },
    }
  },
}
