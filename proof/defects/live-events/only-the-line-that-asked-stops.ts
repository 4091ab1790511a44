import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Work can be stopped by a call, and on the line alone that has asked for it',
  reference: 'Platform contract, 4: stop_run {run_id}; a run that belongs to a connection, not to a person',
  reddens: [{ check: 'CHAT-3.stopped-in-time', because: /completed|gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    const askedOn = new Map<string, number>()
    const listening = hearing((frame, { number }) => {
      if (frame.type === 'message_accepted') askedOn.set(String(frame.payload['run_id']), number)
      return [frame]
    })
    return {
      ...listening,
      say: (text, { number }) => {
        const run = /"type":"stop_run","payload":\{"run_id":"([^"]+)"/.exec(text)?.[1] ?? ''
        return (askedOn.get(run) ?? number) === number ? [text] : []
      },
    }
  },
}
