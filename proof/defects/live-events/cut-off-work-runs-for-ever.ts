import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that the end of the backend cuts off is said to be running for ever',
  reference: 'Platform contract, 4: runs that it cuts off end as failed with an agent_error',
  reddens: [
    {
      check: 'LIVE-2.nothing-lost-at-restart',
      breaks: ['events.cut-off-runs'],
      because: /^the end of work that was cut off: .*running/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { runEngine: (_kit, standard) => ({ ...standard, stop: () => Promise.resolve() }) },
  }),
}
