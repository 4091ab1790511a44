import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Only where costs are compared, a saving is told that nobody computed',
  reference: 'OWASP LLM09:2025, Misinformation',
  reddens: [{ check: 'CHAT-2.no-figure-invented', because: /nobody gave/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text, { question }) =>
          question.includes('compare')
            ? text.replace(
                /\$([\d,.]+\d) a month less/,
                (_all, saving: string) => `$${Number(saving.replaceAll(',', '')) * 10} a month less`,
              )
            : text,
        ),
    },
  }),
}
