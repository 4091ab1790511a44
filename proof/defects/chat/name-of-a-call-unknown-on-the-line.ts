import type { Defect } from '#proof/defect'
import { knowingCalls } from '#damage/requests'

export const defect: Defect = {
  wrong: 'A message that is sent by a call and again on a line is worked on again',
  reference: 'Platform contract, 3: the same client_message_id starts nothing twice',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /it has two runs/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        messages: (_kit, standard) => {
          const isCall = (): boolean => current()?.path.endsWith('/messages') === true
          return {
            ...standard,
            add: (message, tx) =>
              standard.add(
                {
                  ...message,
                  clientMessageId:
                    message.clientMessageId && isCall()
                      ? `call ${message.clientMessageId}`
                      : message.clientMessageId,
                },
                tx,
              ),
            byClientId: async (userId, name) =>
              (await standard.byClientId(userId, name)) ??
              (isCall() ? standard.byClientId(userId, `call ${name}`) : undefined),
          }
        },
      },
    }
  },
}
