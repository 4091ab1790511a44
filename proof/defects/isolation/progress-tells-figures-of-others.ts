import type { Defect } from '#proof/defect'
import { goingOn, tellingFigures } from '#damage/figures'

export const defect: Defect = {
  wrong: 'Now and then a word on progress names a figure of somebody else, in plain digits',
  reference: 'CWE-200; a text that is put together from what all share',
  reddens: [
    {
      check: 'ALWAYS.no-figure-of-another-shows',
      because: /was told \d{7}, .* in a frame/,
      inside: 'LIVE-4',
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () => {
    let words = 0
    return tellingFigures({
      frame: (frame, figure) => {
        if (frame.type === 'progress_update') words += 1
        const isTelling = words % 3 === 0
        return isTelling ? goingOn(frame, 'progress_update', 'message', figure.replaceAll(',', '')) : frame
      },
    })
  },
}
