import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A call as a page of some origin makes it, and whether that page may read the answer. */
export interface PageCall {
  readonly call: string
  /** Its origin. */
  readonly page: string
  readonly status: number
  /** `Access-Control-Allow-Origin`. */
  readonly allows: string | undefined
  readonly withCredentials: boolean
}

/** A page of the frontend. */
export interface FrontendPage {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** No foreign page may read anything. @param own what the platform's own page was told */
export function foreignPagesReadNothing(
  seen: Seen<readonly PageCall[]>,
  own: Seen<readonly PageCall[]>,
): Check {
  return check('foreign-pages-read-nothing', 'no foreign page is allowed at any call', seen, (calls) => {
    const odd = calls.filter(({ page, allows }) => allows === page || allows === '*')
    const [first, ...more] = odd.map(describeCall)
    const others = more.length > 0 ? ` (and ${more.length} more like it)` : ''
    const observed = first === undefined ? `allowed at none of ${calls.length} calls` : `${first}${others}`
    const mine = Array.isArray(own) ? (own as readonly PageCall[]) : []
    const allowed = mine.filter(({ page, allows }) => allows === page || allows === '*').length
    const control = `the platform's own page is allowed at ${allowed} of ${mine.length}`
    return settle(calls.length > 0 && odd.length === 0, { observed, control })
  })
}

function describeCall({ call, page, allows, withCredentials }: PageCall): string {
  const credentials = withCredentials ? ', with credentials' : ''
  return `${page} is allowed at ${call}: ${allows ?? 'nobody'}${credentials}`
}

/** The platform's own pages run their own code only, and nobody else's page can hold them in a frame. */
export function pagesAreProtected(seen: Seen<readonly FrontendPage[]>): Check {
  const expected = 'no foreign or inline code, no frame around it, no guessing of types'
  return check('pages-run-own-code-only', expected, seen, (pages) => {
    const shown = pages.filter(({ status }) => status === 200)
    const faults = shown.flatMap(({ path, headers }) =>
      faultsOf(headers).map((fault) => ({ ...fault, path })),
    )
    // Of what is said on no page at all, nothing is said wrongly; what is said elsewhere was forgotten here.
    const isUnsaid = ({ what, isSaid }: PageFault): boolean =>
      !isSaid && faults.filter((other) => other.what === what && !other.isSaid).length === shown.length
    const odd = faults.filter((fault) => !isUnsaid(fault)).map(({ path, what }) => `${path} ${what}`)
    const unsaid = new Set(faults.filter(isUnsaid).map(({ what }) => `pages of the frontend: each ${what}`))
    const observed = [...odd, ...unsaid].join('; ') || `${shown.length} pages, all protected`
    return settle(shown.length > 0 && odd.length === 0, { observed, deviations: [...unsaid] })
  })
}

const ANY_SCRIPT = /(^|\s)(\*|https?:|data:|blob:|'unsafe-eval')(\s|$)/
const TELLS_ALL = /(^|,)\s*(unsafe-url|no-referrer-when-downgrade)\s*$/i

interface PageFault {
  readonly what: string
  /** Whether something wrong is said, as opposed to nothing. */
  readonly isSaid: boolean
}

function faultsOf(headers: FrontendPage['headers']): PageFault[] {
  const policy = directivesIn(headers['content-security-policy'] ?? '')
  const scripts = policy.get('script-src') ?? policy.get('default-src')
  const isInline = scripts?.includes("'unsafe-inline'") === true && !/'(nonce|sha\d+)-/.test(scripts)
  const frames = policy.get('frame-ancestors') ?? headers['x-frame-options'] ?? ''
  const isFramed = !/^('none'|'self'|deny|sameorigin)$/i.test(frames.trim())
  const types = headers['x-content-type-options'] ?? ''
  const faults: readonly (readonly [what: string, isSo: boolean, isSaid: boolean])[] = [
    ['says nothing of whose code it runs', scripts === undefined, false],
    ['runs code from anywhere', ANY_SCRIPT.test(scripts ?? ''), true],
    ['runs code that stands in the page', isInline, true],
    ['can be held in a frame', isFramed, frames !== ''],
    ['lets types be guessed', types.toLowerCase() !== 'nosniff', types !== ''],
    ['tells other sites its whole address', TELLS_ALL.test(headers['referrer-policy'] ?? ''), true],
  ]
  return faults.flatMap(([what, isSo, isSaid]) => (isSo ? [{ what, isSaid }] : []))
}

function directivesIn(policy: string): Map<string, string> {
  const rules = policy.split(';').map((rule) => rule.trim().split(/\s+/))
  return new Map(rules.map(([name = '', ...values]) => [name.toLowerCase(), values.join(' ')]))
}
