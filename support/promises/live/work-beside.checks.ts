import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'

/** Work of somebody's that went on while somebody else tried to reach it. */
export interface WorkBeside {
  readonly name: string
  readonly ended: Seen<QuestionAndAnswer>
  /** As its record has it. */
  readonly status: string
  /** What the other one was answered who tried to stop it by a call; whatever denies is 404. */
  readonly stopped: number
}

/** Nobody else can stop it, or keep its answer away. */
export function anothersWorkGoesOn(seen: Seen<WorkBeside>): Check {
  const expected = 'completed, with its answer; to stop it is not found for anybody else'
  return check('anothers-work-goes-on', expected, seen, ({ name, ended, status, stopped }) => {
    const faults = ended instanceof NotSeen ? [ended.reason] : groundedFaults(ended.question, ended.ending)
    const tried = `to stop it by a call was answered ${stopped}`
    const observed = [`${name}'s work is ${status}`, ...faults, tried].join('; ')
    const isDone = status === 'completed' && faults.length === 0
    const leak = status === 'cancelled' || stopped < NOT_REFUSED
    return settle(isDone && stopped === NOT_FOUND, { observed, leak })
  })
}

const NOT_FOUND = 404
const NOT_REFUSED = 400
