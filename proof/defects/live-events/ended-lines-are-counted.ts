import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line that has ended is counted on: there is never room for another one',
  reference: 'Platform contract, 4: A person has up to 10 lines; the 11th gets 1008',
  reddens: [
    {
      check: 'LIVE-5.ten-lines-and-no-more',
      because: /one more when another has ended: "ended with 1008 too many connections"/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({ backend: { fanOut: (_kit, standard) => ({ ...standard, leave: () => undefined }) } }),
}
