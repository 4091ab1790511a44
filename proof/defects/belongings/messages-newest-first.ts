import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A conversation is told from its end',
  reference: 'Platform contract, 3: in order',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /has place .* by .*stands at/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && path.includes('/messages'),
      (body) => ({
        ...body,
        messages: (body['messages'] as { content: string; created_at: string }[]).toReversed(),
      }),
    ),
}
