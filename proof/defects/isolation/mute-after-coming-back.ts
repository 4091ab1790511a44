import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line on which something was told again answers nothing any more',
  reference: 'Platform contract, 4: then live events again; CWE-667',
  reddens: [{ check: 'ISO-3.every-line-answers', because: /^mute: User 1, the device that lost its line/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => {
        const mute = new WeakSet<object>()
        return async (connection, data, isBinary) => {
          if (data.includes('"ping"') && mute.has(connection)) return
          await standard(connection, data, isBinary)
          if (data.includes('"resume"')) mute.add(connection)
        }
      },
    },
  }),
}
