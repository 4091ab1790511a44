import type { Defect } from '#proof/defect'
import { tellingFigures } from '#damage/figures'

export const defect: Defect = {
  wrong: 'What a tool gives holds a figure of somebody else besides',
  reference: 'CWE-200; a tool that keeps what it was called with',
  reddens: [
    {
      check: 'ALWAYS.no-figure-of-another-shows',
      because: /was told \d{7}, .* in a frame/,
      inside: 'LIVE-4',
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () =>
    tellingFigures({
      frame: (frame, figure) => {
        if (frame.type !== 'tool_completed') return frame
        const compared = Number(figure.replaceAll(',', ''))
        const result = { ...(frame.payload['result'] as object), compared }
        return { ...frame, payload: { ...frame.payload, result } }
      },
    }),
}
