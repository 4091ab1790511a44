import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Whoever opens a line is welcomed as somebody else',
  reference: "Platform contract, 4: user_id is the token's sub",
  reddens: [
    { check: 'LIVE-1.welcomed-as-herself', because: /to user_of-another/ },
    { check: 'LIVE-4.welcomed-by-the-pass', because: /was welcomed as user_of-another/ },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame, line) => [
      frame.type === 'connection_established'
        ? { ...frame, payload: { ...frame.payload, user_id: `user_of-another-${line.number}` } }
        : frame,
    ]),
}
