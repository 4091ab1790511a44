import type { Defect } from '#proof/defect'
import { joiningBrowsers } from '#damage/browsers'

export const defect: Defect = {
  wrong: 'A line of a browser gives no sign of life',
  reference: 'Platform contract, 4: heartbeat, when idle that long',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /gave up/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => ({
    backend: joiningBrowsers((line) => {
      const send = line.send.bind(line)
      line.send = (frame) => {
        if ((frame as { type?: string }).type !== 'heartbeat') send(frame)
      }
    }),
  }),
}
