import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "The backend's clock is an hour slow: a live line goes on when its session is over",
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [{ check: 'AUTH-3.expiry-ends-the-line', because: /gave up/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({ backend: { clock: () => ({ now: () => new Date(Date.now() - 3600_000) }) } }),
}
