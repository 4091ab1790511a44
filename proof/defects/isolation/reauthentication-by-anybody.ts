import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "A line goes on with anybody's pass",
  reference: 'Platform contract, 4: AUTH_FAILED and 1008',
  reddens: [{ check: 'ISO-4.line-keeps-its-owner', because: /answered reauthenticated; the line goes on/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
        if (!data.includes('"reauthenticate"')) return standard(connection, data, isBinary)
        const payload = { expires_at: new Date(Date.now() + 900_000).toISOString() }
        return connection.send({ type: 'reauthenticated', payload })
      },
    },
  }),
}
