import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What was said is told as if it stood in a page',
  reference: 'Platform contract, 3: to the letter; CWE-116',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.to-the-letter'],
      because: /reads "What does workload .*&amp;/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && path.includes('/messages'),
      (body) => ({
        ...body,
        messages: (body['messages'] as { content: string; created_at: string }[]).map(escape),
      }),
    ),
}

function escape(message: { content: string }): object {
  return { ...message, content: message.content.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }
}
