import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that the end of the backend cuts off is marked as failed, and what was told of it breaks off',
  reference: 'Platform contract, 4: runs that it cuts off end as failed with an agent_error',
  reddens: [
    {
      check: 'LIVE-2.nothing-lost-at-restart',
      breaks: ['events.cut-off-runs'],
      because: /ends of all works: 2, not 3/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => {
        const begun = new Set<string>()
        return {
          ...standard,
          begin: (run, question) => {
            begun.add(run.id)
            standard.begin(run, question)
          },
          stop: async () => {
            const running = (await kit.runs.running()).filter(({ id }) => begun.has(id))
            await standard.stop()
            for (const { id } of running) {
              await kit.database`
                delete from events where event_id =
                  (select event_id from events where run_id = ${id} order by sequence desc limit 1)`
            }
          },
        }
      },
    },
  }),
}
