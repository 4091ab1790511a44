import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Every third long message is cut off by one letter where it is read',
  reference: 'Platform contract, 3: to the letter',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.to-the-letter'],
      because: /reads ".*from letter \d+ on/,
      inside: 'CHAT-5',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  wire: () => {
    let long = 0
    return answering(
      ({ path, method }) => method === 'GET' && path.includes('/messages'),
      (body) => {
        const messages = body['messages'] as { content: string }[] | undefined
        return messages ? { ...body, messages: messages.map(cut) } : body
      },
    )
    function cut(message: { content: string }): object {
      if (message.content.length < 300) return message
      long += 1
      return long % 3 === 1 ? { ...message, content: message.content.slice(0, -1) } : message
    }
  },
}
