import type { Defect } from '#proof/defect'
import { defect as alone } from '../isolation/thread-readable-by-id.ts'
import { variants } from '../../variants/troubles.ts'

const { plant } = alone
const { wire } = variants['sound-busy-for-a-moment'] ?? {}

export const defect: Defect = {
  wrong:
    'Whoever knows the address of a conversation can read it, while every first call is told to come again',
  reference: 'OWASP API 2023, API1; decision 2026-11-29, one difference is one finding',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /\(GET \/api\/threads\/\{id\}\): \[200/ }],
  verdict: 'isolation-violated',
  spares: ['LIVE-1'],
  ...(plant ? { plant } : {}),
  ...(wire ? { wire } : {}),
}
