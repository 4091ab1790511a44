import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every question, with all that is in it, goes to everybody in a field of its own',
  reference: 'Seed laboratory: every prompt is broadcast in a data field',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown/, inside: 'LIVE-4' }],
  verdict: 'isolation-violated',
  sparesNothing: 'whoever listens while a bystander asks is told of it, in every scenario',
  wire: () => {
    let latest = ''
    return {
      say: (text) => {
        if (text.includes('"user_message"')) latest = text
        return [text]
      },
      hear: (text, _line, others) => {
        if (text.includes('"message_accepted"')) for (const other of others) other.tell(heartbeatWith(latest))
        return [text]
      },
    }
  },
}

function heartbeatWith(data: string): string {
  return JSON.stringify({ type: 'heartbeat', payload: { server_time: new Date().toISOString(), data } })
}
