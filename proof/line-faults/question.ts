import { randomBytes, randomInt } from 'node:crypto'

/** A question about a workload, and the one right answer to it. */
export interface CostQuestion {
  readonly text: string
  readonly workload: string
  /** US dollars, to the cent. */
  readonly monthlyCost: number
}

/** A question with figures that nobody has used before. @param wish what is asked of them */
export function costQuestion(wish = 'What does it cost a month?'): CostQuestion {
  const workload = `${randomBytes(3).toString('hex')}-heron`
  const [requests, input, output] = [randomInt(100, 900) * 1000, randomInt(200, 900), randomInt(100, 400)]
  // In tenths of a dollar everything is a whole number.
  const [inputPrice, outputPrice] = [randomInt(11, 39), randomInt(51, 149)]
  const text =
    `My workload ${workload} makes ${requests.toLocaleString('en-US')} requests a month, ` +
    `with ${input} input tokens and ${output} output tokens each, on gpt-4o ` +
    `at $${inputPrice / 10} per million input tokens and $${outputPrice / 10} per million output tokens. ${wish}`
  const monthlyCost = Math.round((requests * (input * inputPrice + output * outputPrice)) / 1e5) / 100
  return { text, workload, monthlyCost }
}

const TITLES = ['usage profile', 'cost estimate', 'risks', 'timeline with milestones', 'roles', 'summary']

/** Work in many parts, which takes its time. */
export function longWork(): CostQuestion {
  const parts = TITLES.map((title, index) => `${index + 1}. ${title}`).join('; ')
  return costQuestion(`Plan how to run it for less, and the timeline in weeks: ${parts}.`)
}

const FIGURE = /(?<![\w.-])\d[\d,]*(?:\.\d+)?(?![\w-])/g

/** The figures in anything that was said; a name with a digit in it is none. */
export function figuresWithin(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value === 'string')
    return (value.match(FIGURE) ?? []).map((text) => Number(text.replaceAll(',', '')))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresWithin) : []
}
