import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A refusal does not say what is wrong',
  reference: 'RFC 9457, 1',
  reddens: [
    { check: 'AUTH-5.refusals-are-explained', because: /a list at POST \/auth\/login: 422 \{"detail":""\}/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({ auth: { describeFault: () => () => ({ detail: '' }) } }),
}
