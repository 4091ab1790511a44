import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Nothing is ever answered',
  reference: 'Blanket: a target that is silent is not a healthy one',
  reddens: [],
  ends: { verdict: 'target-unhealthy', because: /is down/ },
  sparesNothing: 'no scenario is played at all',
  wire: () => ({ fate: () => 'hung' }),
}
