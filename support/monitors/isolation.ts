import type { Belongings } from './belongings.ts'
import { locate, type Finding } from './finding.ts'
import type { History } from './history.ts'

export interface IsolationReport {
  readonly findings: readonly Finding[]
  /** How many texts were looked at. */
  readonly texts: number
  /** How often somebody was shown something of their own: that the search can find. */
  readonly own: number
}

/** Looks for anything of one person in what another one received. */
export function findForeign(history: History, belongings: Belongings): IsolationReport {
  const findings: Finding[] = belongings.disputes.map((text) => ({ text }))
  let own = 0
  for (const { person, source, text } of history.received) {
    const foreign = new Map<string, string>()
    for (const { owner, word } of belongings.ownersIn(text)) {
      if (owner === person) own += 1
      else foreign.set(owner, word)
    }
    for (const [owner, word] of foreign) {
      findings.push({ text: `${person} was shown "${word}", which is ${owner}'s, in ${locate(source)}` })
    }
  }
  return { findings, texts: history.received.length, own }
}
