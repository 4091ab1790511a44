import type { Defect } from '#proof/defect'
import { inBrowsers } from '#damage/browsers'

export const defect: Defect = {
  wrong: 'A page in a browser misses every second thought',
  reference: 'Platform contract, 4: Each line of a person gets each event once',
  reddens: [{ check: 'LIVE-1.browser-is-told-the-same', because: /\d+ words; the first that differs is/ }],
  spares: ['CHAT-2'],
  plant: () => {
    let thoughts = 0
    return inBrowsers((type) => type !== 'agent_thinking' || (thoughts += 1) % 2 === 1)
  },
}
