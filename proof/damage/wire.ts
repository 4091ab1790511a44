import type { RelayedLine, Saboteur } from '#wire/saboteur'

/** A frame of the platform, as far as it has to be understood to do harm. */
export interface ReadFrame {
  readonly type: string
  /** Of what is told of a run. */
  readonly sequence?: number
  readonly payload: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

/** Changes what clients hear. @param change gives what is heard in place of a frame */
export function hearing(
  change: (frame: ReadFrame, line: RelayedLine, others: readonly RelayedLine[]) => readonly object[],
): Saboteur {
  return {
    hear: (text, line, others) =>
      change(JSON.parse(text) as ReadFrame, line, others).map((frame) => JSON.stringify(frame)),
  }
}

/** Every second line: those of people whom a scenario is about, after the bystander's. */
export function isEven({ number }: RelayedLine): boolean {
  return number % 2 === 0
}
