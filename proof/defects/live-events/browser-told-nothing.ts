import type { Defect } from '#proof/defect'
import { inBrowsers } from '#damage/browsers'

export const defect: Defect = {
  wrong: 'A page in a browser is welcomed and answered, and told of no work',
  reference: 'Platform contract, 4: Each line of a person gets each event once',
  reddens: [{ check: 'LIVE-1.browser-is-told-the-same', because: /the end of the work on Asha's line 3/ }],
  spares: ['CHAT-2'],
  plant: () => inBrowsers(() => false),
}
