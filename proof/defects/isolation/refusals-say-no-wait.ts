import { hearing } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who asks for too much is refused, and not told how long to wait',
  reference: 'RFC 6585, 4; platform contract, 3: Retry-After',
  reddens: [
    { check: 'ISO-5.noisy-one-is-slowed', because: /50 refused, 0 with a wait/ },
    { check: 'LIVE-5.flood-is-slowed', because: /0 with a wait/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => {
      const payload = { ...frame.payload, retry_after_seconds: undefined }
      return [{ ...frame, payload }]
    }),
}
