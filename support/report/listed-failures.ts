import { html } from 'ghtml'
import { describeListed, type ListedFailure } from '#verdict/listed-failure'
import type { RunRecord } from '#verdict/conclusion'

/** What a known failure costs for as long as it is accepted: `1 promise of Authentication; $50K+ MRR … at risk`. */
export function costOf({ check, state }: ListedFailure, { scenarios, features }: RunRecord): string {
  const scenario = scenarios.find(({ id }) => check.startsWith(`${id}.`))
  if (!scenario || state === 'stale' || state === 'not seen') return 'nothing that was seen in this run'
  const feature = features.find(({ uri }) => uri === scenario.feature)
  const unreached = scenario.outcome?.notReached.length ?? 0
  return [
    `1 promise of ${feature?.name ?? scenario.id}`,
    ...(feature?.protects === undefined ? [] : [`${feature.protects} at risk`]),
    ...(unreached > 0 ? [`${unreached} checks not reached`] : []),
  ].join('; ')
}

/** Every failure that is listed for this target, each in one line: what of it was seen, why it is so, what it costs. */
export function tellListed(record: RunRecord): string[] {
  return record.known.list.map((known) => {
    const why = known.reason.replace(/\s+/g, ' ')
    return `${tellState(known)}: ${why} (costs ${costOf(known, record)})`
  })
}

/** How many are red, of how many that may be: `1 of at most 3`. */
export function countListed({ known }: RunRecord): string {
  const red = known.list.filter(({ state }) => state === 'expected').length
  return `${red} of at most ${known.atMost}`
}

/** The same on the page. */
export function describeKnownFailures(record: RunRecord): string {
  const lines = tellListed(record)
  if (lines.length === 0) return ''
  return html`<section>
    <h2>Known failures</h2>
    <p class="faint">${countListed(record)}: each has an owner, and a day on which it is known no longer</p>
    <ul>
      !${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

function tellState(known: ListedFailure): string {
  const told = describeListed(known)
  return known.state === 'not seen' ? `${told}, and was not seen here` : told
}
