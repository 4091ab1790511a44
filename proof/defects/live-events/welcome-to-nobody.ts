import { payloadWith } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every line is welcomed as nobody in particular',
  reference: "Platform contract, 4: user_id is the token's sub",
  reddens: [
    { check: 'LIVE-4.welcomed-by-the-pass', because: /was welcomed as anonymous/ },
    { check: 'AUTH-1.one-identity-everywhere', because: /the live line says anonymous/ },
  ],
  // Nobody is given anybody's identity.
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => payloadWith('connection_established', { user_id: 'anonymous' }),
}
