import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every message is answered with an error that sounds like advice',
  reference: 'Seed laboratory: errors',
  reddens: [
    { check: 'CHAT-2.agents-work-together', because: /it was refused: INTERNAL_ERROR "The plan failed/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
        if (!data.includes('"user_message"')) return standard(connection, data, isBinary)
        const { payload } = JSON.parse(data) as { payload: { client_message_id?: string } }
        connection.send({
          type: 'error_message',
          error_code: 'INTERNAL_ERROR',
          error_message: ADVICE,
          payload,
        })
      },
    },
  }),
}

const ADVICE = 'The plan failed at the first step of your cost optimisation strategy'
