import Table from 'cli-table3'
import { styleText } from 'node:util'
import { formatDuration, milliseconds } from '#waiting/duration'
import type { CapabilityFound, Diagnosis, ServiceFound, SettingFound, WayInFound } from './diagnosis.ts'

type Row = readonly [what: string, found: string, more: string]
type Section = string[][]

/** A diagnosis for whoever asked: one table, what it comes to, and the one thing to do next. */
export function describeDiagnosis(diagnosis: Diagnosis): string {
  const { exitCode, next } = diagnosis
  const table = new Table({
    ...{ head: ['What', 'Found', 'More'], style: { head: [], border: [] } },
    ...{ colWidths: [30, 16, 74], wordWrap: true, wrapOnWordBoundary: false },
    // Rows close together: one look takes them all in.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  table.push(...sectionsOf(diagnosis).flat())
  const verdict = styleText(['bold', exitCode === 0 ? 'green' : 'red'], sentence(diagnosis))
  return [table.toString(), verdict, `Next: ${next}`].join('\n')
}

function sectionsOf(diagnosis: Diagnosis): Section[] {
  const { target, title, settings, services, ways, capabilities, absent, expired } = diagnosis
  const different = [...absent.map((route): Row => [route, 'is not there', '']), ...expired.map(expiredRow)]
  return [
    section(['Target', target, title], settings.map(settingRow)),
    section(['Where it is', '', ''], services.map(serviceRow)),
    section(['Ways in', '', ''], ways.map(wayRow)),
    section(['What it offers', '', ''], capabilities.map(capabilityRow)),
    section(['Not as the contract has it', '', ''], different),
  ]
}

function sentence({ finding, exitCode }: Diagnosis): string {
  return exitCode === 0
    ? 'A run makes sense.'
    : `A run makes no sense (it would end with ${exitCode}): ${finding}`
}

function section(title: Row, rows: readonly Row[]): Section {
  return rows.length === 0
    ? []
    : [title.map((text) => text && styleText('bold', text)), ...rows.map((row) => [...row])]
}

function settingRow({ name, setIn, isNeeded, shown }: SettingFound): Row {
  const found = setIn === 'file' ? "by the target's file" : setIn === 'by hand' ? 'set' : 'not set'
  return [name, found, shown === 'set' ? '' : shown || (isNeeded ? 'must be set' : '')]
}

function serviceRow(found: ServiceFound): Row {
  const { service, address, state, says, skewMs, certificate, byProxy, answer } = found
  const more = [
    address,
    says && `says it is ${says}`,
    skewMs === undefined ? '' : `clock ${describeSkew(skewMs)}`,
    certificate &&
      `${certificate.protocol}, ${certificate.fault ?? `by ${certificate.issuer}`}, until ${certificate.until}`,
    byProxy && 'by a proxy',
    ['healthy', 'its-own'].includes(state) ? '' : answer,
  ]
  return [service, state === 'its-own' ? 'its own' : state, more.filter(Boolean).join('\n')]
}

function describeSkew(skewMs: number): string {
  if (Math.abs(skewMs) < 1) return 'as ours'
  const by = formatDuration(milliseconds(Math.abs(skewMs)))
  return `${by} ${skewMs > 0 ? 'ahead' : 'behind'}`
}

function wayRow({ method, state, answer }: WayInFound): Row {
  return [method, state === 'untried' ? 'not set' : state, answer]
}

function capabilityRow({ name, offered, demanded, how }: CapabilityFound): Row {
  return [name, offered ? 'offered' : 'not offered', demanded ? `demanded; ${how}` : how]
}

function expiredRow(text: string): Row {
  return [text, 'was known', 'its day is over']
}
