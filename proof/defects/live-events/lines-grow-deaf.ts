import type { Defect } from '#proof/defect'

const DEAF_AFTER_MS = 2_000

export const defect: Defect = {
  wrong: 'A line that was opened more than two seconds ago takes no ping any more',
  reference: 'Platform contract, 4: a ping is answered with a pong; a handler that is let go of',
  reddens: [
    {
      check: 'ALWAYS.no-unclaimed-fault',
      inside: 'CHAT-3',
      because: /Asha's line \d+ answered nothing any more when all was over/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    const opened = new Map<number, number>()
    return {
      hear: (frame, { number }) => {
        opened.set(number, opened.get(number) ?? performance.now())
        return [frame]
      },
      say: (frame, { number }) => {
        const isDeaf = performance.now() - (opened.get(number) ?? Infinity) > DEAF_AFTER_MS
        return isDeaf && frame.includes('"ping"') ? [] : [frame]
      },
    }
  },
}
