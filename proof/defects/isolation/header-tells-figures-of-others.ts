import type { Defect } from '#proof/defect'
import { tellingFigures } from '#damage/figures'

export const defect: Defect = {
  wrong: 'A header for debugging names the figure that was asked about last, whoever asked',
  reference: 'CWE-201',
  reddens: [
    {
      check: 'ALWAYS.no-figure-of-another-shows',
      because: /was told \d{7}, .* in exchange/,
      inside: 'ISO-2',
    },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'In every scenario with a question somebody else makes calls, too',
  wire: () =>
    tellingFigures({
      answer: (answer, figure) => ({ ...answer, headers: { ...answer.headers, 'x-last-figure': figure } }),
    }),
}
