import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every connection is torn down',
  reference: 'Blanket: a target that cannot be reached is not a healthy one',
  reddens: [],
  ends: { verdict: 'target-unhealthy', because: /is down/ },
  sparesNothing: 'no scenario is played at all',
  wire: () => ({ fate: () => 'reset' }),
}
