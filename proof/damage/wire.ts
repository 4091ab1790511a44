import type { RelayedAnswer, RelayedLine, RelayedRequest, RelayedService, Saboteur } from '#wire/saboteur'

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

/** Does something with each line, once it has been welcomed. */
export function onceWelcomed(act: (line: RelayedLine) => void): Saboteur {
  const met = new Set<number>()
  return {
    hear: (frame, line) => {
      if (!met.has(line.number)) {
        met.add(line.number)
        act(line)
      }
      return [frame]
    },
  }
}

/** Every second line, in the order in which they were opened. */
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

/** Changes what one call is answered. @param call as `POST /auth/logout`; `*` in it stands for an id */
export function answeringCall(
  service: RelayedService,
  call: string,
  change: (answer: RelayedAnswer) => RelayedAnswer,
): Saboteur {
  const pattern = new RegExp(`^${call.replaceAll('*', '[^/?]+')}(\\?|$)`)
  return {
    answer: (answer, request) => {
      const isMeant = request.service === service && pattern.test(`${request.method} ${request.path}`)
      return isMeant ? change(answer) : answer
    },
  }
}

/** Refuses otherwise where the auth service refuses with a status. @param path of one call; without it, of every one */
export function refusingAs(status: number, otherwise: number, path = ''): Saboteur {
  return {
    answer: (answer, request) => {
      const isMeant = request.service === 'auth' && request.path.startsWith(path) && answer.status === status
      return isMeant ? { ...answer, status: otherwise } : answer
    },
  }
}

/** An answer without one of the fields of its body. Another answer stays as it is. */
export function without(field: string, answer: RelayedAnswer): RelayedAnswer {
  const { [field]: dropped, ...others } = JSON.parse(answer.body) as Record<string, unknown>
  return dropped === undefined ? answer : { ...answer, body: JSON.stringify(others) }
}

/** Frames of one type, with something else in their payload. */
export function payloadWith(type: string, more: Body): Saboteur {
  return hearing((frame) => [
    frame.type === type ? { ...frame, payload: { ...frame.payload, ...more } } : frame,
  ])
}

/** Frames of one type, without one of the fields of their payload. */
export function payloadWithout(type: string, field: string): Saboteur {
  return hearing((frame) => [
    frame.type === type ? { ...frame, payload: { ...frame.payload, [field]: undefined } } : frame,
  ])
}
