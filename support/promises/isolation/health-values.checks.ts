import type { Weight } from '#contract/deviation'
import {
  noteMoment,
  noteState,
  noteText,
  noteUptime,
  textOf,
  UP,
  type HealthLook,
  type HealthSetting,
  type Remark,
} from './health-fields.checks.ts'

const SERVICES = {
  auth: { name: 'auth-service', alike: /auth/, fields: ['version', 'environment'] },
  backend: {
    ...{
      name: 'netra-backend',
      alike: /netra-(backend|ai-platform)|backend/,
      fields: ['version', 'environment'],
    },
  },
  frontend: { name: 'frontend', alike: /frontend/, fields: ['version'] },
} as const
/** A service that says how it is. */
export type HealthService = keyof typeof SERVICES
type NoteOf = (about: string, what: string, weight?: Weight, unless?: Remark['unless']) => void

/** What in one answer is not as it has to be. */
export function remarksOn(service: HealthService, look: HealthLook, setting: HealthSetting): Remark[] {
  const remarks: Remark[] = []
  const note: NoteOf = (about, what, weight = 'breaks', unless) => {
    const text = `GET /health of ${service}: ${about} ${what}`
    remarks.push({ about, text, weight, ...(unless ? { unless } : {}) })
  }
  const { status, said } = look
  if (status !== 200) note('the answer', `is ${status}`, 'breaks', 'mostly well')
  // What stands in front of a service says nothing of it, now and then.
  if (!said)
    note('the answer', 'says nothing of itself', 'breaks', status === 200 ? undefined : 'mostly well')
  else {
    noteSelf(service, said, setting, note)
    if (service === 'frontend') noteNeeds(said['dependencies'], note)
    else noteLife(service, said, look, setting, note)
  }
  return remarks
}

type Said = Readonly<Record<string, unknown>>

function noteSelf(service: HealthService, said: Said, { isForTests }: HealthSetting, note: NoteOf): void {
  const { name, alike, fields } = SERVICES[service]
  const { status: word, service: told, environment } = said
  if (!UP.includes(word)) note('status', `is ${textOf(word)}`, 'breaks', 'mostly well')
  if (told === undefined) note('service', 'is left out', 'differs')
  else if (told !== name) {
    note('service', `is ${textOf(told)}, not ${name}`, alike.test(textOf(told)) ? 'differs' : 'breaks')
  }
  for (const field of fields) noteText(said[field], (...what) => note(field, ...what))
  if (environment === 'production' && isForTests) {
    note('environment', 'is "production", where the side door for testers is open')
  }
}

function noteLife(
  service: HealthService,
  said: Said,
  look: HealthLook,
  setting: HealthSetting,
  note: NoteOf,
): void {
  const { timestamp, uptime_seconds: uptime, database_status: database } = said
  noteMoment(timestamp, look, setting.skewMs[service], (...what) => note('timestamp', ...what))
  noteUptime(uptime, look, setting.earlier[service], (...what) => note('uptime_seconds', ...what))
  noteState(database, 'connected', (...what) => note('database_status', ...what))
}

function noteNeeds(value: unknown, note: NoteOf): void {
  if (value === undefined) return note('dependencies', 'is left out', 'differs')
  if (typeof value !== 'object' || value === null) return note('dependencies', `is ${textOf(value)}`)
  for (const name of ['backend', 'auth']) {
    const state = (value as Record<string, unknown>)[name]
    noteState(state, undefined, (...what) => note(`dependencies.${name}`, ...what))
  }
}
