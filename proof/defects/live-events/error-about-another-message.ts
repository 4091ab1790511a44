import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An error on a line names a message that nobody has sent',
  reference: 'Platform contract, 4: error_message payload {client_message_id?, run_id?}',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['line.error'],
      because: /is told error_message of anew-\S+ in a frame on line .*, and has sent none such/,
      inside: 'LIVE-5',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-1'],
  wire: () =>
    hearing((frame) => {
      const { client_message_id: name } = frame.payload
      const isNamed = frame.type === 'error_message' && name !== undefined
      const payload = { ...frame.payload, client_message_id: `anew-${String(name)}` }
      return [isNamed ? { ...frame, payload } : frame]
    }),
}
