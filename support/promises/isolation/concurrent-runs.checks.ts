import { DENIAL_CODES, ERRORS } from '#contract/codes'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What was told on one device of somebody who asked for several things at once. */
export interface DeviceEvents {
  readonly name: string
  readonly where: string
  /** Ids of the events on record of her runs. */
  readonly record: readonly string[]
  /** Ids of the events that she was told, each once. */
  readonly told: readonly string[]
  /** What was told that is not hers. */
  readonly foreign: readonly string[]
  /** Gaps, repetitions, and what was waited for in vain. */
  readonly faults: readonly string[]
  /** Whether every open connection answered when all was over. */
  readonly fence: boolean
}

type Sight = Seen<readonly DeviceEvents[]>

/** Every device tells all of its owner's runs, once and in order, and nothing of anybody else's. */
export function everyConnectionTellsItsOwner(seen: Sight): Check {
  const expected = "all of its owner's work, once and in order, and nothing else"
  return check('every-line-tells-its-owners', expected, seen, (devices) => {
    const odd = devices.flatMap((device) => {
      const faults = faultsIn(device)
      return faults.length === 0 ? [] : [`${device.name}, ${device.where}: ${faults.join(', ')}`]
    })
    const words = devices.reduce((sum, { told }) => sum + told.length, 0)
    const observed = odd.join('; ') || `${words} words on ${devices.length} devices, each its owner's, once`
    const leak = devices.some(({ foreign }) => foreign.length > 0)
    return settle(words > 0 && odd.length === 0, { observed, leak })
  })
}

function faultsIn({ record, told, foreign, faults }: DeviceEvents): string[] {
  const known = new Set(told)
  const missed = record.filter((id) => !known.has(id))
  const more = told.length - (record.length - missed.length)
  return [
    record.length === 0 ? 'nothing is on record' : '',
    missed.length > 0 ? `${missed.length} of ${record.length} words were not told` : '',
    more > 0 ? `${more} words more than are on record` : '',
    foreign[0] === undefined ? '' : `${foreign.length} words that are not hers, like ${foreign[0]}`,
    ...faults,
  ].filter(Boolean)
}

/** What was not told by the time a connection has answered once more will not be told any more. */
export function everyConnectionAnswers(seen: Sight): Check {
  return check('every-line-answers', 'an answer on every line, when all is over', seen, (devices) => {
    const mute = devices.filter(({ fence }) => !fence).map(({ name, where }) => `${name}, ${where}`)
    const observed = mute.length > 0 ? `mute: ${mute.join('; ')}` : `${devices.length} devices did`
    return settle(devices.length > 0 && mute.length === 0, { observed })
  })
}

/** Both devices of each are told the same. */
export function devicesAgree(seen: Sight): Check {
  return check('devices-agree', 'the same words on both devices of each', seen, (devices) => {
    const names = [...new Set(devices.map(({ name }) => name))]
    const odd = names.filter((name) => {
      const told = devices
        .filter((device) => device.name === name)
        .map((device) => [...device.told].sort().join())
      return told.length < 2 || new Set(told).size > 1 || told.includes('')
    })
    const observed = odd.length > 0 ? `not those of ${odd.join(', ')}` : `those of ${names.length} people do`
    return settle(names.length > 1 && odd.length === 0, { observed })
  })
}

/** A wish for a replay, and what came of it. */
export interface ForeignResume {
  readonly what: string
  /** Nothing for what is another's; for one's own, all of it, or silence where there is no more. */
  readonly wanted: 'nothing' | 'told' | 'silence'
  readonly refusal: string | undefined
  /** How many events were told, and how many of them were another's. */
  readonly told: number
  readonly foreign: number
  /** Whether the connection answered afterwards. */
  readonly fence: boolean
}

/** Nobody is told another's thread again, while its owner is. */
export function foreignResumeGivesNothing(seen: Seen<readonly ForeignResume[]>): Check {
  const expected = `another's: ${ERRORS.notFound} and not a word; her own: told again`
  return check('foreign-resume-gives-nothing', expected, seen, (tries) => {
    const odd = tries.filter((attempt) => !isAsWanted(attempt))
    const foreign = tries.filter(({ wanted }) => wanted === 'nothing').length
    const own = tries.filter(({ wanted, told }) => wanted === 'told' && told > 0).length
    return settle(own > 0 && foreign > 0 && odd.length === 0, {
      observed: odd.map(describeResume).join('; ') || `${foreign} tries, not a word`,
      control: `${own} owners were told theirs again`,
      leak: tries.some((attempt) => attempt.foreign > 0),
      deviations: [...new Set(tries.flatMap(deniedOtherwise))],
    })
  })
}

function describeResume({ what, refusal, told, fence }: ForeignResume): string {
  return `${what}: ${refusal ?? 'granted'}, ${told} words${fence ? '' : ', then mute'}`
}

function isAsWanted({ wanted, refusal, told, foreign, fence }: ForeignResume): boolean {
  if (!fence || foreign > 0) return false
  if (wanted === 'nothing') return told === 0 && (refusal === ERRORS.notFound || isOther(refusal))
  if (wanted === 'silence') return refusal === undefined && told === 0
  return refusal === undefined && told > 0
}

/** A refusal in another word than the contract's tells no more than that. */
function isOther(refusal: string | undefined): refusal is string {
  return refusal !== undefined && DENIAL_CODES.includes(refusal)
}

function deniedOtherwise({ wanted, refusal }: ForeignResume): string[] {
  if (wanted !== 'nothing' || !isOther(refusal)) return []
  return [`message resume: another's is refused by ${refusal} where ${ERRORS.notFound} is due`]
}
