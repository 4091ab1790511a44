import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every call is answered 200, with nothing',
  reference: 'Blanket: a status says nothing',
  reddens: [{ check: 'ALWAYS.every-step-can-be-taken', because: /answered 200/, inside: 'AUTH-1' }],
  verdict: 'failed',
  sparesNothing: 'without an answer no scenario begins',
  wire: () => ({
    answer: (answer, { path }) => (path === '/health' ? answer : { ...answer, status: 200, body: '' }),
  }),
}
