import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message of an unknown kind is answered as if something had been done',
  reference: 'Seen on staging in 2025',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.unknown-type'],
      because: /unknown kind: no error/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) =>
        data.includes('"sing"')
          ? connection.send({ type: 'pong', payload: { nonce: 'acknowledged' } })
          : standard(connection, data, isBinary),
    },
  }),
}
