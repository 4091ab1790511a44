import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Something goes wrong in the suite itself, after its step has ended',
  reference: 'Cucumber-js: such an error fails the next scenario, or none',
  reddens: [{ check: 'ALWAYS.nothing-left-open', because: /planted, and not waited for/, inside: 'AUTH-4' }],
  sparesNothing: 'it happens in every scenario',
  besides: 'proof/suite-damage/late-rejection.cjs',
}
