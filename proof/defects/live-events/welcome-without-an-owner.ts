import { payloadWithout } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'No line says whose it is',
  reference: "Platform contract, 4: user_id is the token's sub",
  reddens: [
    { check: 'ALWAYS.answers-keep-the-contract', because: /`payload.user_id` is missing/, inside: 'LIVE-4' },
  ],
  // Nobody is given anybody's identity.
  verdict: 'failed',
  spares: ['AUTH-3'],
  wire: () => payloadWithout('connection_established', 'user_id'),
}
