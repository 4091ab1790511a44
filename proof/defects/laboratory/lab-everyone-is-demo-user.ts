import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Everybody is welcomed as the demo user, and hears what was asked before',
  reference: 'Seed laboratory: everyone is "demo-user" and receives the previous message in a data field',
  reddens: [
    { check: 'LIVE-4.welcomed-by-the-pass', because: /demo-user/ },
    { check: 'ALWAYS.nothing-foreign-shows', because: /was shown/, inside: 'LIVE-4' },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario asks something on a line, or whose it is',
  wire: () => {
    let previous = ''
    const { hear } = hearing((frame) => {
      if (frame.type === 'connection_established')
        return [{ ...frame, payload: { ...frame.payload, user_id: 'demo-user' } }]
      return [{ ...frame, payload: { ...frame.payload, data: previous } }]
    })
    return {
      ...(hear ? { hear } : {}),
      say: (text) => {
        if (text.includes('"user_message"')) previous = text
        return [text]
      },
    }
  },
}
