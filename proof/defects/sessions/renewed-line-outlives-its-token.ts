import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line that was renewed does not end with the token that it was renewed by',
  reference: 'OWASP ASVS 5.0, 7.3.2; CWE-613',
  reddens: [
    { check: 'AUTH-3.expiry-ends-the-line', because: /gave up/ },
    { check: 'LIVE-5.expiry-ends-the-line', because: /gave up/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => (connection, data, isBinary) => {
        const renew = connection.renew.bind(connection)
        const send = connection.send.bind(connection)
        connection.renew = (member) => {
          const payload = { expires_at: member.expiresAt.toISOString() }
          connection.send = () => send({ type: 'reauthenticated', payload })
          renew({ ...member, expiresAt: new Date(Date.now() + 3600_000) })
          connection.send = send
        }
        return standard(connection, data, isBinary).finally(() => (connection.renew = renew))
      },
    },
  }),
}
