import type { Defect } from '#proof/defect'
import { refusing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Every refusal of the backend states status 400, whatever it is',
  reference: 'Platform contract, 3: details {status_code}',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'LIVE-5',
      breaks: ['backend.error-body'],
      because: /`details.status_code` is 400/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    refusing(
      ({ service }) => service === 'backend',
      (body) => ({ ...body, details: { status_code: 400 } }),
    ),
}
