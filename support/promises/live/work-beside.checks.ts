import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'

/** What somebody tried, as it completes "… was answered 404". */
export interface Tried {
  readonly what: string
  readonly status: number
}

/** Work of somebody's that went on while somebody else tried to reach it. */
export interface WorkBeside {
  readonly name: string
  readonly ended: Seen<QuestionAndAnswer>
  /** As its record has it. */
  readonly status: string
  /** What the other one was answered who tried to reach it by calls; whatever denies is 404. */
  readonly tried: readonly Tried[]
}

/** Nobody else can stop it, or keep its answer away. */
export function anothersWorkGoesOn(seen: Seen<WorkBeside>): Check {
  const expected = 'completed, with its answer; whatever anybody else tries is not found'
  return check('anothers-work-goes-on', expected, seen, ({ name, ended, status, tried }) => {
    const faults = ended instanceof NotSeen ? [ended.reason] : groundedFaults(ended.question, ended.ending)
    const answers = tried.map(({ what, status: answer }) => `${what} was answered ${answer}`)
    const observed = [`${name}'s work is ${status}`, ...faults, ...answers].join('; ')
    const isDone = status === 'completed' && faults.length === 0
    const statuses = tried.map((each) => each.status)
    const leak = status === 'cancelled' || statuses.some((answer) => answer < NOT_REFUSED)
    return settle(isDone && statuses.every((answer) => answer === NOT_FOUND), { observed, leak })
  })
}

const NOT_FOUND = 404
const NOT_REFUSED = 400
