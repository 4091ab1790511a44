import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A question without a letter in it is taken on the line, and worked on',
  reference: 'Platform contract, 3: A message has 1 to 8,000 characters (422)',
  reddens: [
    {
      check: 'LIVE-5.taken-up-to-the-longest',
      because: /0 letters on the line: "message_accepted", not "INVALID_MESSAGE"/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({ say: (frame) => [frame.replace('"content":""', '"content":" "')] }),
}
