import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The record of a work tells a thought in other words than it was told',
  reference: 'Platform contract, 3: events, what was recorded',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /told #\d+ by .*on record otherwise/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  wire: () =>
    answering(
      ({ path }) => /^\/api\/runs\/[^/]+\/events/.test(path),
      (body) => ({
        ...body,
        events: JSON.parse(
          JSON.stringify(body['events']).replaceAll('"step_number":2', '"step_number":3'),
        ) as object,
      }),
    ),
}
