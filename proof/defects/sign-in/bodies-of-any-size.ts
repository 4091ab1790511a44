import type { Defect } from '#proof/defect'
import { refusingAs } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The auth service looks at bodies of any size',
  reference: 'Platform contract, 2: one over 50 KB is 413; CWE-770',
  reddens: [
    {
      check: 'AUTH-5.too-much-is-refused',
      breaks: ['auth.body-size'],
      because: /far too much at POST \/auth\/register: 422/,
    },
  ],
  spares: ['AUTH-4'],
  wire: () => refusingAs(413, 422),
}
