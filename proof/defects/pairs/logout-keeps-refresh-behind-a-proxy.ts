import type { Defect } from '#proof/defect'
import { defect as alone } from '../sessions/logout-keeps-refresh.ts'
import { variants } from '../../variants/troubles.ts'

const { plant } = alone
const { wire } = variants['sound-page-of-a-proxy'] ?? {}

export const defect: Defect = {
  wrong: 'Signing out leaves the means of renewal working, behind a proxy that fails at first',
  reference: 'RFC 7009, 2.1; decision 2026-11-29, one difference is one finding',
  reddens: [{ check: 'AUTH-4.signed-out-cannot-renew', because: /200/ }],
  spares: ['AUTH-1'],
  ...(plant ? { plant } : {}),
  ...(wire ? { wire } : {}),
}
