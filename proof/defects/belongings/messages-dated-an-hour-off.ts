import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Messages are dated in local time, an hour from when they were said',
  reference: 'Platform contract, 3: created_at; ISO 8601, UTC',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.moments'],
      because: /was said by .*, and dated .*, 3\d{3} s after that/,
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
        messages: (body['messages'] as { content: string; created_at: string }[]).map(later),
      }),
    ),
}

function later(message: { created_at: string }): object {
  return { ...message, created_at: new Date(Date.parse(message.created_at) + 3_600_000).toISOString() }
}
