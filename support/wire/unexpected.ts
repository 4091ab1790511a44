import { AccountableError } from '#errors/accountable'

/** The target did something that was not asked of it, so that what was to be done cannot be done. */
export abstract class Unexpected extends AccountableError {
  readonly blames = 'target'
}

/** A call that had to succeed was answered in another way. */
export class UnexpectedAnswer extends Unexpected {
  readonly code = 'UNEXPECTED_ANSWER'

  constructor(what: string, expected: string, observed: string, exchange: number) {
    super(`${what}: expected ${expected}, but ${observed} (exchange ${exchange} of the evidence)`)
  }
}

/** A call got no answer at all. */
export class NoAnswer extends Unexpected {
  readonly code = 'NO_ANSWER'
  /** Which exchange that was, by its number. */
  readonly exchange: number

  constructor(what: string, reason: string, exchange: number) {
    super(`${what}: no answer (${reason}; exchange ${exchange} of the evidence)`)
    this.exchange = exchange
  }
}

/** The target is in trouble that says nothing about what it promises: what was to be seen cannot be seen now. */
export class InTrouble extends AccountableError {
  readonly blames = 'target'
  readonly code = 'TARGET_IN_TROUBLE'

  constructor(what: string, trouble: string) {
    super(`${what}: the target is in trouble: ${trouble}`)
  }
}

/** The target has no such route, and nobody demands it of this one: what it would show cannot be seen here. */
export class NotOffered extends AccountableError {
  readonly blames = 'target'
  readonly code = 'NOT_OFFERED'

  /** @param route by its name, `GET /openapi.json` */
  constructor(route: string) {
    super(`the target does not offer ${route}`)
  }
}

/** The run has ended while a call was on its way: that says nothing about the target. */
export class CallStopped extends AccountableError {
  readonly blames = 'run'
  readonly code = 'CALL_STOPPED'

  constructor(what: string) {
    super(`${what}: broken off, because the run has to end`)
  }
}

/** A live connection that had to open did not. */
export class NoConnection extends Unexpected {
  readonly code = 'NO_CONNECTION'

  constructor(person: string, how: string) {
    super(`${person}'s live connection did not open: ${how}`)
  }
}
