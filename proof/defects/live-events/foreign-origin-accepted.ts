import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Pages of anybody may open a line in the name of whoever visits them',
  reference: 'OWASP ASVS 5.0, 4.4.2; CWE-1385',
  reddens: [{ check: 'LIVE-4.foreign-page-turned-away', because: /is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({ backend: { originRule: () => () => true } }),
}
