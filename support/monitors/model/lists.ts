import type { ThreadAnswer, ThreadsAnswer } from '#contract/answers'
import type { Belongings, KnownThread } from './belongings.ts'
import type { Call } from './call.ts'
import { judgePage } from './pages.ts'
import { show, type Dispute, type Disputes } from './saying.ts'
import { mayMatch, mustMatch } from './searches.ts'
import { isBefore, isMeanwhile } from './window.ts'

/** Judges a page of a list of threads, or of what was searched for. */
export function judgeList(call: Call, page: ThreadsAnswer, belongings: Belongings, disputes: Disputes): void {
  const q = call.query.get('q') ?? ''
  const note = disputes.about(q === '' ? 'conversations' : `conversations found by ${show(q)}`)
  const owner = call.claims?.sub
  const own = [...belongings.threads.values()].filter((thread) => thread.owner === owner)
  const due = own.filter((thread) => mustBeListed(thread, call) && mustMatch(thread, q, call))
  const ids = page.threads.map(({ id }) => id)
  // What was made by other means is learned, not blamed.
  const strangers = ids.filter((id) => !belongings.threads.has(id)).length
  const maybe = belongings.maybeMade.filter((made) => made.owner === owner && made.from <= call.to).length
  const possible = own.filter((thread) => mayBeListed(thread, call) && mayMatch(thread, q)).length
  const bounds = [due.length, possible + strangers + maybe] as const
  const isQuiet = maybe === 0 && !own.some((thread) => isMoving(thread, call))
  judgePage(call, { ...page, length: ids.length, bounds, isQuiet }, note)
  const isWhole = page.offset === 0 && page.total <= page.limit
  for (const { id, created } of isWhole ? due : []) {
    if (!ids.includes(id)) note(`hold ${id}`, created, 'it is not among them')
  }
  for (const thread of own) if (ids.includes(thread.id)) judgeListed(call, thread, q, note)
  if (new Set(ids).size < ids.length) note('stand there once', undefined, `there are ${ids.join(', ')}`)
  if (isNewestFirst(page.threads, belongings)) return
  const moments = page.threads.map(({ created_at: at }) => at)
  note('are told the newest first', undefined, `they are of ${moments.join(', ')}`)
}

/** What is listed and should not be. */
function judgeListed(call: Call, thread: KnownThread, q: string, note: Dispute): void {
  const { id, created, removed } = thread
  const [removal] = removed.doneBefore(call)
  if (removal) note(`hold ${id} no more`, removal, 'it is among them')
  else if (!mayMatch(thread, q)) note(`cannot hold ${id}`, created, 'it is among them')
}

function mustBeListed({ created, removed }: KnownThread, look: Call): boolean {
  return isBefore(created, look) && removed.possibleAt(look).length === 0
}

function mayBeListed({ created, removed }: KnownThread, look: Call): boolean {
  return created.from <= look.to && removed.doneBefore(look).length === 0
}

/** Whether a list of threads may change by it while somebody looks. */
function isMoving({ created, title, removed, messages }: KnownThread, look: Call): boolean {
  const isChanging = title.isChangedDuring(look) || removed.isChangedDuring(look)
  return isChanging || isMeanwhile(created, look) || messages.some((message) => isMeanwhile(message, look))
}

/** By when they were begun, or by when they were changed last: both are called new. */
function isNewestFirst(threads: readonly ThreadAnswer[], { threads: known }: Belongings): boolean {
  if (falls(threads.map(({ updated_at: at = '' }) => at))) return true
  const isOlder = (one: ThreadAnswer, other: ThreadAnswer): boolean => {
    const [first, second] = [known.get(one.id), known.get(other.id)]
    return first !== undefined && second !== undefined && isBefore(first.created, second.created)
  }
  const isInOrder = threads.every((thread, index) =>
    threads.slice(index + 1).every((later) => !isOlder(thread, later)),
  )
  return isInOrder && falls(threads.map(({ created_at: at }) => at))
}

function falls(moments: readonly string[]): boolean {
  const times = moments.map((moment) => Date.parse(moment))
  return times.every((time, index) => time <= (times[index - 1] ?? Infinity))
}
