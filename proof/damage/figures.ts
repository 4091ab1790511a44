import type { RelayedAnswer, Saboteur } from '#wire/saboteur'
import type { ReadFrame } from './wire.ts'

const FIGURE = /\d{1,3}(?:,\d{3}){2}/

/** What is to be told besides, with a figure that somebody else has told the platform. */
export interface FigureLeak {
  readonly frame?: (frame: ReadFrame, figure: string) => object
  readonly answer?: (answer: RelayedAnswer, figure: string) => RelayedAnswer
}

/** Tells people the figures of others, by their lines; by calls, those of whoever has told one last. */
export function tellingFigures({ frame, answer }: FigureLeak): Saboteur {
  const figures = new Map<number, string>()
  return {
    say: (text, { number }) => {
      const figure = FIGURE.exec(text)?.[0]
      if (figure !== undefined) figures.set(number, figure)
      return [text]
    },
    hear: (text, { number }) => {
      const other = [...figures].findLast(([line]) => line !== number)?.[1]
      if (!frame || other === undefined) return [text]
      return [JSON.stringify(frame(JSON.parse(text) as ReadFrame, other))]
    },
    ...(answer ? { answer: (told) => answer(told, [...figures.values()].at(-1) ?? 'none') } : {}),
  }
}

/** The same frame, with a text in it that goes on. */
export function goingOn(frame: ReadFrame, type: string, field: string, more: string): object {
  if (frame.type !== type) return frame
  return { ...frame, payload: { ...frame.payload, [field]: `${String(frame.payload[field])} ${more}` } }
}
