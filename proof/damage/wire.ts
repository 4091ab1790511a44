import type { RelayedLine, RelayedRequest, Saboteur } from '#wire/saboteur'

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

type Body = Readonly<Record<string, unknown>>

/** Changes what some calls are answered with, where that is JSON. @param change gives what is read in its place */
export function answering(
  concerns: (request: RelayedRequest) => boolean,
  change: (body: Body, status: number, request: RelayedRequest) => object,
): Saboteur {
  return {
    answer: (answer, request) => {
      if (!concerns(request) || !answer.body.startsWith('{')) return answer
      const body = change(JSON.parse(answer.body) as Body, answer.status, request)
      return { ...answer, body: JSON.stringify(body) }
    },
  }
}

/** Changes the words of refusals alone. */
export function refusing(
  concerns: (request: RelayedRequest) => boolean,
  change: (body: Body, status: number) => object,
): Saboteur {
  return answering(concerns, (body, status) => (status >= 400 ? change(body, status) : body))
}
