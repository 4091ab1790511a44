import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'All lines of a person have one name',
  reference: 'Platform contract, 4: connection_established payload {connection_id, …}',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['line.welcome'],
      because: /line is called conn_of_user_\S+ in a frame on line .*, as another was in a frame on line/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-4'],
  wire: () => {
    const names = new Map<unknown, string>()
    return hearing((frame) => {
      const { connection_id: id, user_id: user } = frame.payload
      if (id === undefined) return [frame]
      if (typeof user === 'string') names.set(id, `conn_of_${user}`)
      return [{ ...frame, payload: { ...frame.payload, connection_id: names.get(id) } }]
    })
  },
}
