import { isDeepStrictEqual } from 'node:util'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A run as a page in a browser was told of it, and as another line was. */
export interface BrowserStory {
  /** The subprotocol that the platform has selected. */
  readonly protocol: string
  readonly told: readonly object[]
  readonly elsewhere: readonly object[]
  /** Whether a ping was answered afterwards. */
  readonly answers: boolean
}

const SELECTED = 'jwt-auth'

/** A page in a browser is told the same as a program, in the same order. */
export function browserIsToldTheSame(seen: Seen<BrowserStory>): Check {
  const expected = `the same words in the same order, on a line of ${SELECTED}`
  return check('browser-is-told-the-same', expected, seen, ({ protocol, told, elsewhere, answers }) => {
    const odd = told.findIndex((event, index) => !isDeepStrictEqual(event, elsewhere[index]))
    const differs = odd < 0 ? '' : `; the first that differs is number ${odd + 1}`
    const life = answers ? 'answers' : 'does not answer'
    const observed = `${told.length} words${differs}, on a line of ${protocol || 'nothing'} that ${life}`
    const isSame = told.length > 0 && told.length === elsewhere.length && odd < 0
    const control = `${elsewhere.length} words on the other line`
    return settle(isSame && answers && protocol === SELECTED, { observed, control })
  })
}
