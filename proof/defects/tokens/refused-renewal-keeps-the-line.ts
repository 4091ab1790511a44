import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line that shows a bad token is told so, and goes on',
  reference: 'Platform contract, section 4: AUTH_FAILED and 1008',
  reddens: [
    { check: 'AUTH-5.unsigned-refused', because: /live line \(renewed\) is in disorder: AUTH_FAILED/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => (connection, data, isBinary) => {
        if (data.includes('"type":"reauthenticate"')) connection.close = () => undefined
        return standard(connection, data, isBinary)
      },
    },
  }),
}
