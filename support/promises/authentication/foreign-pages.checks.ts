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
  /** Origin of the frontend. */
  readonly home: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** What the page says itself of how much of its address others are told; it counts more than the header. */
  readonly referrer?: string | undefined
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
    const missing = pages.filter(({ status, headers }) => status === 404 && isHtml(headers))
    const odd = [...shown, ...missing].flatMap((page) =>
      faultsOf(page).map((fault) => `${page.path} ${fault}`),
    )
    const observed = odd.join('; ') || `${shown.length} pages, all protected`
    return settle(shown.length > 0 && odd.length === 0, { observed })
  })
}

function isHtml(headers: FrontendPage['headers']): boolean {
  return headers['content-type']?.includes('html') === true
}

/** Code of its own, or such as is named letter for letter; what is trusted by that is trusted no further. */
const OWN_SCRIPT =
  /^'(self|none|strict-dynamic|report-sample|unsafe-hashes|wasm-unsafe-eval|unsafe-inline|(nonce|sha\d+)-[^']*)'$/
const TELLS_ALL = /(^|,)\s*(unsafe-url|no-referrer-when-downgrade)\s*$/i

function faultsOf({ headers, home, referrer = headers['referrer-policy'] ?? '' }: FrontendPage): string[] {
  const policy = directivesIn(headers['content-security-policy'] ?? '')
  const scripts = scriptRulesIn(policy)
  const frames = policy.get('frame-ancestors') ?? headers['x-frame-options'] ?? ''
  const isFramed = !/^('none'|'self'|deny|sameorigin)$/i.test(frames.trim())
  const faults: Readonly<Record<string, boolean>> = {
    'says nothing of whose code it runs': scripts.length === 0,
    'runs code of others': scripts.some((rule) => rule.split(' ').some((source) => !isOwn(source, home))),
    'runs code that stands in the page': scripts.some(isInline),
    'can be held in a frame': isFramed,
    'lets types be guessed': headers['x-content-type-options']?.toLowerCase() !== 'nosniff',
    'tells other sites its whole address': TELLS_ALL.test(referrer),
  }
  return Object.entries(faults).flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

/** Elements and attributes may have rules of their own, which count more. */
function scriptRulesIn(policy: ReadonlyMap<string, string>): string[] {
  const scripts = policy.get('script-src') ?? policy.get('default-src')
  const own = ['script-src-elem', 'script-src-attr'].flatMap((name) => policy.get(name) ?? [])
  // A rule that names nothing lets nothing in.
  return scripts === undefined ? [] : [scripts, ...own].map((rule) => rule || "'none'")
}

function isInline(rule: string): boolean {
  return rule.includes("'unsafe-inline'") && !/'(nonce|sha\d+)-/.test(rule)
}

/** Hosts of its own family may be named, too. */
function isOwn(source: string, home: string): boolean {
  const [, host = ''] = HOST_SOURCE.exec(source) ?? []
  return OWN_SCRIPT.test(source) || host === new URL(home).host || isRelated(host, new URL(home).hostname)
}

const HOST_SOURCE = /^(?:https?:\/\/)?([^/:]+(?::\d+)?)(?:\/.*)?$/

/** `cdn.example.org` to `app.example.org`. */
function isRelated(host: string, home: string): boolean {
  const family = home.split('.').slice(-2).join('.')
  return /[a-z]$/i.test(home) && family.includes('.') && host.endsWith(`.${family}`)
}

function directivesIn(policy: string): Map<string, string> {
  const rules = policy.split(';').map((rule) => rule.trim().split(/\s+/))
  // Of two rules of one name, the first one counts: it is written last.
  return new Map(rules.toReversed().map(([name = '', ...values]) => [name.toLowerCase(), values.join(' ')]))
}
