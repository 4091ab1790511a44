import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'How long a message is, is counted in bytes: a longest one in umlauts is refused',
  reference: 'Platform contract, 3: A message has 1 to 8,000 characters (422)',
  reddens: [
    {
      check: 'LIVE-5.taken-up-to-the-longest',
      because: /8000 letters on the line: "INVALID_MESSAGE", not "message_accepted"/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    say: (frame) => [
      frame.includes('"user_message"') && Buffer.byteLength(frame) > MOST_BYTES
        ? '{"type":"user_message","payload":{}}'
        : frame,
    ],
  }),
}

/** With room for what stands around the text. */
const MOST_BYTES = 8_400
