import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What was told on one device of somebody who asked for several things at once. */
export interface DeviceEvents {
  readonly name: string
  readonly where: string
  /** Ids of what is on record of her works. */
  readonly record: readonly string[]
  /** Ids of what she was told, each once. */
  readonly told: readonly string[]
  /** What was told that is not hers. */
  readonly foreign: readonly string[]
  /** Gaps and repetitions. */
  readonly faults: readonly string[]
  /** Whether every open line answered when all was over. */
  readonly fence: boolean
}

type Sight = Seen<readonly DeviceEvents[]>

export function everyConnectionTellsItsOwner(seen: Sight): Check {
  const expected = "all of its owner's work, once and in order, and nothing else"
  return check('every-line-tells-its-owners', expected, seen, (stories) => {
    const odd = stories.flatMap((story) => {
      const faults = faultsIn(story)
      return faults.length === 0 ? [] : [`${story.name}, ${story.where}: ${faults.join(', ')}`]
    })
    const words = stories.reduce((sum, { told }) => sum + told.length, 0)
    const observed = odd.join('; ') || `${words} words on ${stories.length} devices, each its owner's, once`
    return settle(words > 0 && odd.length === 0, { observed })
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

/** What was not told by the time a line has answered once more will not be told any more. */
export function everyConnectionAnswers(seen: Sight): Check {
  return check('every-line-answers', 'an answer on every line, when all is over', seen, (stories) => {
    const mute = stories.filter(({ fence }) => !fence).map(({ name, where }) => `${name}, ${where}`)
    const observed = mute.length > 0 ? `mute: ${mute.join('; ')}` : `${stories.length} devices did`
    return settle(stories.length > 0 && mute.length === 0, { observed })
  })
}

export function devicesAgree(seen: Sight): Check {
  return check('devices-agree', 'the same words on both devices of each', seen, (stories) => {
    const names = [...new Set(stories.map(({ name }) => name))]
    const odd = names.filter((name) => {
      const told = stories
        .filter((story) => story.name === name)
        .map((story) => [...story.told].sort().join())
      return told.length < 2 || new Set(told).size > 1 || told.includes('')
    })
    const observed = odd.length > 0 ? `not those of ${odd.join(', ')}` : `those of ${names.length} people do`
    return settle(names.length > 1 && odd.length === 0, { observed })
  })
}

/** A wish to be told again, and what came of it. */
export interface ForeignResume {
  readonly what: string
  /** Nothing for what is another's; for one's own, all of it, or silence where there is no more. */
  readonly wanted: 'nothing' | 'told' | 'silence'
  readonly refusal: string | undefined
  /** How many words were told. */
  readonly told: number
}

const NOT_FOUND = 'THREAD_NOT_FOUND'

export function foreignResumeGivesNothing(seen: Seen<readonly ForeignResume[]>): Check {
  const expected = `another's: ${NOT_FOUND} and not a word; her own: told again`
  return check('foreign-resume-gives-nothing', expected, seen, (tries) => {
    const odd = tries.filter((attempt) => !isAsWanted(attempt))
    const foreign = tries.filter(({ wanted }) => wanted === 'nothing').length
    const observed =
      odd.map(({ what, refusal, told }) => `${what}: ${refusal ?? 'granted'}, ${told} words`).join('; ') ||
      `${foreign} tries, not a word`
    const own = tries.filter(({ wanted, told }) => wanted === 'told' && told > 0).length
    return settle(own > 0 && foreign > 0 && odd.length === 0, {
      observed,
      control: `${own} owners were told theirs again`,
    })
  })
}

function isAsWanted({ wanted, refusal, told }: ForeignResume): boolean {
  if (wanted === 'nothing') return refusal === NOT_FOUND && told === 0
  if (wanted === 'silence') return refusal === undefined && told === 0
  return refusal === undefined && told > 0
}
