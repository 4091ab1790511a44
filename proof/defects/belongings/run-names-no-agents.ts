import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The record of a work names nobody who worked on it',
  reference: 'Platform contract, 3: agents',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /had \w+ at work by .*its agents are \[\]/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/runs\/[^/]+$/.test(path),
      (body) => ({ ...body, agents: [] }),
    ),
}
