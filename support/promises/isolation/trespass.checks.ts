import { canonicalJson } from '#contract/json'
import { z } from 'zod'
import type { AccessById } from '#contract/access'
import { ERRORS } from '#contract/codes'
import { excerpt } from '#wire/excerpt'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { deniedOtherwise, isDeniedOtherwise } from './denials.checks.ts'
import { isAlike, tellingHeader } from './telling-headers.checks.ts'

/** So much of an answer is told, in characters. */
const LONGEST = 160
const UNPROCESSABLE = 422

/** What came of something that was tried by an id, without what differs each time. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: unknown
      readonly headers: Readonly<Record<string, string>>
      /** All of its headers, those that differ each time, too. */
      readonly beside?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'frame'
      readonly type: string
      /** Of an `error_message`. */
      readonly error?: { readonly error_code: string; readonly message: string }
      /** How many events of what the id stands for came before. */
      readonly told: number
    }
  | { readonly kind: 'silence'; readonly reason: string }

/** Something that was tried with an id of another's, and with one that nothing has. */
export interface Trespass extends Omit<AccessById, 'by'> {
  readonly asker: string
  readonly owner: string
  /** As an engineer would look for it: a route's name, or a type of message. */
  readonly name: string
  /** Something was sent along that may be refused as such, whatever it is about. */
  readonly isUnusual?: true
  readonly foreign: Reply
  readonly unknown: Reply
}

/** Everything that was tried, and what came of the reading ways for the owners themselves. */
export interface Trespasses {
  readonly tries: readonly Trespass[]
  readonly own: readonly Reply[]
}

/** What is another's is refused just as what does not exist, while its owner can read it. */
export function foreignAnsweredAsUnknown(seen: Seen<Trespasses>): Check {
  const expected = "another's and what does not exist: both THREAD_NOT_FOUND, and just alike"
  return check('foreign-answered-as-unknown', expected, seen, ({ tries, own }) => {
    const opened = own.filter(isOpened).length
    const pairs = new Set(tries.map(({ asker, owner }) => `${asker}, ${owner}`)).size
    const ways = new Set(tries.map(({ name }) => name)).size
    const odd = oddAmong(tries)
    const header = tellingHeader(tries)
    const isKept = pairs > 0 && odd === undefined && header === undefined
    const holds = isKept && opened === own.length && own.length > 0
    return settle(holds, {
      observed:
        odd?.text ??
        `${tries.length} tries: ${pairs} pairs of people, ${ways} ways, all refused alike` +
          (header === undefined ? '' : `, but for the header ${header}`),
      control: `their owners opened ${opened} of ${own.length}`,
      ...(odd ? { hint: odd.comparison, leak: odd.leak } : { deviations: deniedOtherwise(tries) }),
    })
  })
}

/** What was answered otherwise than by a refusal, or otherwise than where there is nothing. */
interface OddTrespass {
  /** The worst of them in words, and how many more there are. */
  readonly text: string
  /** Its two answers, part by part where they differ. */
  readonly comparison: string
  /** Whether any of them has shown or changed what is another's. */
  readonly leak: boolean
}

/** The worst of what was tried; undefined when all was refused as it has to be. */
export function oddAmong(tries: readonly Trespass[]): OddTrespass | undefined {
  const odd = tries.filter(
    ({ foreign, unknown, isUnusual }) =>
      !(isShut(foreign) || (isUnusual && isInvalid(foreign))) || !isAlike(foreign, unknown),
  )
  const leak = odd.find(isLeak)
  const worst = leak ?? odd[0]
  if (!worst) return undefined
  const more = odd.length > 1 ? ` (and ${odd.length - 1} more like it)` : ''
  return { text: `${describeTrespass(worst)}${more}`, comparison: compare(worst), leak: leak !== undefined }
}

const NotFound = z.object({ error_code: z.literal(ERRORS.notFound) })

function isRefusal(reply: Reply): boolean {
  if (reply.kind === 'answer') return reply.status === 404 && NotFound.safeParse(reply.body).success
  return reply.kind === 'frame' && reply.told === 0 && NotFound.safeParse(reply.error).success
}

function isShut(reply: Reply): boolean {
  return isRefusal(reply) || isDeniedOtherwise(reply)
}

/** What was sent along is refused: whose it is about has not come into it. */
function isInvalid(reply: Reply): boolean {
  if (reply.kind === 'answer') return reply.status === UNPROCESSABLE
  return reply.kind === 'frame' && reply.told === 0 && reply.error?.error_code === ERRORS.invalid
}

/** Whether it was done, or something was shown. */
function isGranted(reply: Reply): boolean {
  if (reply.kind === 'answer') return reply.status >= 200 && reply.status < 300
  return reply.kind === 'frame' && (reply.told > 0 || !['error_message', 'unreadable'].includes(reply.type))
}

function isOpened(reply: Reply): boolean {
  return reply.kind === 'answer' ? reply.status === 200 : isGranted(reply)
}

/** Who grants the same where there is nothing has granted nothing of anybody's. */
function isLeak({ reads, foreign, unknown }: Trespass): boolean {
  return isGranted(foreign) && (!isGranted(unknown) || (reads && !isAlike(foreign, unknown)))
}

function describeTrespass({ asker, owner, verb, of, name, foreign, unknown }: Trespass): string {
  const [one, other] = [foreign, unknown].map((reply) => excerpt(describeReply(reply), LONGEST))
  return `${asker} tried to ${verb} a ${of} of ${owner}'s (${name}): ${one}; where there is nothing: ${other}`
}

function describeReply(reply: Reply): string {
  if (reply.kind === 'silence') return reply.reason
  if (reply.kind === 'answer') return canonicalJson([reply.status, reply.body, reply.headers])
  const { type, error, told } = reply
  return JSON.stringify([type, ...(error ? [error] : []), ...(told > 0 ? [`${told} words of it`] : [])])
}

function compare({ foreign, unknown }: Trespass): string {
  const [one = [], other = []] = [foreign, unknown].map((reply) => describeReply(reply).split(/(?<=,)(?=")/))
  const rows = Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
    one[index] === other[index]
      ? []
      : [`- ${excerpt(other[index] ?? '', LONGEST)}`, `+ ${excerpt(one[index] ?? '', LONGEST)}`],
  )
  return ["- where there is nothing, + what is another's", ...rows.flat()].join('\n')
}
