import type { ConnectionEnd, Exchange, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { insidesIn } from './inside-patterns.ts'
import { locate, type Finding, type Origin } from './finding.ts'

/** Frames that tell what has failed. */
const FAULT = 'error_message'
/** These lead somewhere, and say so by paths. */
const LEADING = ['location', 'link']

/** Looks in whatever anybody is told for how the platform is built: traces, queries, paths, parts. */
export class InsideWatch implements WireObserver {
  readonly #findings: Finding[] = []
  /** What people have said themselves may come back to them. */
  #said = ''

  get findings(): readonly Finding[] {
    return this.#findings
  }

  exchange({ number, person, service, route, request, response }: Exchange): void {
    this.#said += `${request.url}\n${request.body ?? ''}\n`
    // Pages of the frontend are programs, and the outside provider is another's.
    if (!response || service === 'outside' || (service === 'frontend' && !route)) return
    const headers = Object.entries(response.headers).filter(([name]) => !LEADING.includes(name))
    const source: Origin = { kind: 'exchange', number }
    this.#look(response.body, response.status >= 400, person, source)
    this.#look(headers.map(([, value]) => value).join('\n'), false, person, source)
  }

  frame({ connection, person, direction, text, parsed, at }: WireFrame): void {
    if (direction === 'sent') this.#said += `${text}\n`
    else this.#look(text, parsed?.type === FAULT, person, { kind: 'frame', connection, at })
  }

  connectionEnd({ connection, person, reason, ours, at }: ConnectionEnd): void {
    if (!ours) this.#look(reason, true, person, { kind: 'close', connection, at })
  }

  #look(text: string, isFault: boolean, person: string, source: Origin): void {
    for (const { what, shown } of insidesIn(text, isFault)) {
      if (this.#said.includes(shown)) continue
      const where = `shows in ${locate(source)}, to ${person}`
      this.#findings.push({ text: `${what} of the inside, "${shown.slice(0, LONGEST)}", ${where}` })
    }
  }
}

const LONGEST = 100
