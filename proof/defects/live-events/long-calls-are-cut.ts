import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is too long is cut and taken, when it is sent by a call',
  reference: 'Platform contract, 3: A message has 1 to 8,000 characters (422)',
  reddens: [{ check: 'LIVE-5.taken-up-to-the-longest', because: /8001 letters by a call: 202, not 422/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    ask: (text) => {
      const { content, ...more } = bodyOf(text)
      if (typeof content !== 'string' || content.length <= LONGEST) return text
      return JSON.stringify({ ...more, content: content.slice(0, LONGEST) })
    },
  }),
}

const LONGEST = 8_000

/** A body that is an object; a path is none. */
function bodyOf(text: string): Readonly<Record<string, unknown>> {
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
}
