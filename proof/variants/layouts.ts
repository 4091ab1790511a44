import type { SoundVariant } from '#proof/sound-variant'
import { modelSaying } from './models.ts'

/** Other ways to lay out what is found. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-answers-in-labels': modelSaying('Costs stand after their labels, in a list', (text) =>
    text.replace(
      /^On ([\w.-]+), workload (.+) costs (\$[\d,.]+\d) a month, which is (\$[\d,.]+\d) a year\. (.*)$/gm,
      (_, model: string, name: string, month: string, year: string, more: string) =>
        `- **Workload:** ${name}\n- **Model:** ${model}\n- **Monthly cost:** ${month}\n- **Yearly cost:** ${year}\n\n${more}`,
    ),
  ),
  'sound-answers-by-the-year-first': modelSaying(
    'The cost of a year is told first, each with its period after it',
    (text) =>
      text.replace(
        /costs (\$[\d,.]+\d) a month, which is (\$[\d,.]+\d) a year/g,
        (_, month: string, year: string) => `costs ${year} (yearly) and ${month} (monthly)`,
      ),
  ),
  'sound-answers-in-json': modelSaying('Findings are told as JSON in a block, under their headings', (text) =>
    text.replace(/^(?!#|\||- |\s*$)(.+)$/gm, (line) => {
      const findings = line.split(/(?<=[.!?])\s+/)
      return `\`\`\`json\n${JSON.stringify({ currency: 'USD', findings }, null, 2)}\n\`\`\``
    }),
  ),
}
