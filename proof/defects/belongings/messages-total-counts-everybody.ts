import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: "The total of a conversation's messages counts those of everybody",
  reference: 'Platform contract, 3: total',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.agrees'],
      because: /messages of conversation \S+ are \d.*they are \d{2,}/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && path.includes('/messages'),
      (body) => ({ ...body, total: Number(body['total']) + 40 }),
    ),
}
