import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A message on a line is said to be taken under its name without the blanks at its ends',
  reference: 'Platform contract, 3: names are told as they were given, to the letter',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-1',
      because: /is told message_accepted of \S+-note-a in .*has sent none such/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => {
      if (frame.type !== 'message_accepted') return [frame]
      const name = String(frame.payload['client_message_id']).trim()
      return [{ ...frame, payload: { ...frame.payload, client_message_id: name } }]
    }),
}
