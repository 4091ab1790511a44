import type { Defect } from '#proof/defect'
import { tellingFigures } from '#damage/figures'

export const defect: Defect = {
  wrong: 'Refusals name the figure that was asked about last, whoever asked',
  reference: 'CWE-209; an error that shows what was worked on',
  reddens: [
    {
      check: 'ALWAYS.no-figure-of-another-shows',
      because: /was told \d{7}, .* in exchange/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () =>
    tellingFigures({
      answer: (answer, figure) => ({
        ...answer,
        body:
          answer.status < 400 ? answer.body : answer.body.replace('"message":"', `"message":"${figure}: `),
      }),
    }),
}
