import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A start page is served at every address',
  reference: 'Blanket; on staging one host serves all',
  reddens: [],
  ends: { verdict: 'target-unhealthy', because: /is misrouted/ },
  sparesNothing: 'no scenario is played at all',
  wire: () => ({
    answer: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Welcome</title>',
    }),
  }),
}
