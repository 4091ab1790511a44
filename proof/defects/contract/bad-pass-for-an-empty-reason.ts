import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What is said to be wrong with a bad pass is nothing at all',
  reference: 'Platform contract, 2: valid, error, message',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['auth.validate.bad'],
      because: /POST \/auth\/validate: `message` is empty/,
      inside: 'AUTH-4',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    answering(
      ({ path }) => path === '/auth/validate',
      (body) => (body['valid'] === false ? { ...body, message: '' } : body),
    ),
}
