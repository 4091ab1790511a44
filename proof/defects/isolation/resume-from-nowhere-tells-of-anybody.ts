import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who asks to be told again, and not from where, is told what was told last, whosever it is',
  reference: 'Platform contract, 4: INVALID_MESSAGE for a field that is missing; OWASP API 2023, API1',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /^resume without after: no error, not one INVALID_MESSAGE/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        const payload = payloadOf(data, 'resume')
        if (!payload || 'after' in payload) return standard(connection, data, isBinary)
        const [last] = await kit.database<{ threadId: string }[]>`
          select thread_id from runs order by started_at desc limit 1`
        const missed = await kit.events.ofThread(last?.threadId ?? '', 0)
        for (const event of missed) connection.send(event)
        const done = { thread_id: payload['thread_id'], after: 0, replayed: missed.length }
        connection.send({ type: 'replay_complete', payload: done })
      },
    },
  }),
}
