import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What a line says of itself is dated to the day before',
  reference: 'Platform contract, 4: the server’s carry timestamp',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'LIVE-4',
      breaks: ['line.timestamps'],
      because: /dated .* 86\d+ s before that/,
    },
  ],
  verdict: 'failed',
  sparesNothing: 'a line is opened in every scenario',
  wire: () =>
    hearing((frame) => [
      frame.sequence === undefined
        ? { ...frame, timestamp: new Date(Date.now() - 86_400_000).toISOString() }
        : frame,
    ]),
}
