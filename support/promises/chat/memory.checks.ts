import { check, settle, type Check } from '#expect/check'
import { seenAs, type Seen } from '#expect/seen'
import {
  groundedAnswer,
  quantitiesOf,
  type GroundedQuestion,
  type QuestionAndAnswer,
} from '#promises/shared/answers.checks'
import { figuresIn, isRounded } from '#promises/shared/figures'
import { excerpt } from '#wire/excerpt'

/** What a person asked in a thread of her own that knows nothing of the other, and was told there. */
export interface Stranger {
  /** What she has told in the other one. */
  readonly known: GroundedQuestion
  readonly told: string
}

/** Follow-ups in one thread, one after the other, and the same asked in another. */
export interface Remembering {
  readonly followUps: Readonly<Record<'doubled' | 'newest' | 'halved', QuestionAndAnswer>>
  readonly stranger: Stranger
}

/** A conversation is remembered from its beginning, what was said last counts, and it goes no further. */
export function remembered(seen: Seen<Remembering>): Check[] {
  const followUp = (name: keyof Remembering['followUps']): Seen<QuestionAndAnswer> =>
    seenAs(seen, ({ followUps }) => followUps[name])
  return [
    groundedAnswer('follow-up-remembers', followUp('doubled')),
    groundedAnswer('newest-statement-counts', followUp('newest')),
    groundedAnswer('later-follow-up-remembers', followUp('halved')),
    knowsNothingElsewhere(seenAs(seen, ({ stranger }) => stranger)),
  ]
}

function knowsNothingElsewhere(seen: Seen<Stranger>): Check {
  const expected = 'nothing of what was told in the other conversation'
  return check('other-conversation-knows-nothing', expected, seen, ({ known, told }) => {
    const amounts = [...quantitiesOf(known).map(({ amount }) => amount), ...known.given]
    // Small numbers may be anything.
    const telling = amounts.filter((amount) => amount >= SMALL)
    const traces = figuresIn(told).filter((figure) => telling.some((amount) => isRounded(figure, amount)))
    const observed = [...traces.map((figure) => `it knows ${figure}`), `"${excerpt(told, 120)}"`].join('; ')
    return settle(traces.length === 0, { observed })
  })
}

/** Below this, a figure tells nothing by itself. */
const SMALL = 50
