import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'A message whose work was stopped or has failed is worked on again when it is sent again',
  reference: 'Platform contract, 3: the same client_message_id starts nothing twice',
  reddens: [{ check: 'CHAT-3.stopped-stays-stopped', because: /begun anew/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (kit, standard) => ({
        ...standard,
        byClientId: async (userId, name) => {
          await kit.database`update messages set client_message_id = null where user_id = ${userId} and client_message_id = ${name} and run_id in (select id from runs where status in ('failed', 'cancelled'))`
          return standard.byClientId(userId, name)
        },
      }),
    },
  }),
}
