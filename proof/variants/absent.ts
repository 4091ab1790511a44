import { randomUUID } from 'node:crypto'
import { ABSENCES } from '#damage/absences'
import { answering } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'
import type { Capability } from '../../support/contract/capabilities.ts'

/** What the platform answers where it has nothing. */
export function notFound({ service, headers }: RelayedRequest): RelayedAnswer {
  const [, trace = randomUUID()] = String(headers['traceparent'] ?? '').split('-')
  const error = {
    ...{ error: true, error_code: 'NOT_FOUND', message: 'Not Found', details: { status_code: 404 } },
    ...{ trace_id: trace, timestamp: new Date().toISOString() },
  }
  const body = service === 'backend' ? error : { detail: 'Not Found' }
  const named = { 'content-type': 'application/json', 'x-request-id': String(headers['x-request-id'] ?? '') }
  return { status: 404, headers: named, body: JSON.stringify(body) }
}

/** Neither says nor publishes what is not there. */
function unlisted(names: readonly string[], calls: RegExp, messages: readonly string[]): Saboteur {
  return answering((body, { path }) => {
    const { capabilities, paths, ...told } = body as { capabilities?: string[]; paths?: object }
    if (path === '/health' && capabilities)
      return { ...told, capabilities: capabilities.filter((name) => !names.includes(name)) }
    if (path !== '/openapi.json' || !paths) return body
    const kept = Object.entries(paths as Record<string, object>).map(([at, methods]) => {
      const known = Object.entries(methods).filter(([method]) => !calls.test(`${method.toUpperCase()} ${at}`))
      return [at, Object.fromEntries(known)]
    })
    const said = (told as { 'x-live-client-messages'?: string[] })['x-live-client-messages'] ?? []
    const live = said.filter((type) => !messages.includes(type))
    return { ...told, paths: Object.fromEntries(kept) as never, 'x-live-client-messages': live }
  })
}

function welcomed(text: string, as: string): string {
  const frame = JSON.parse(text) as { type: string; payload: object }
  if (frame.type !== 'connection_established') return text
  return JSON.stringify({ ...frame, payload: { ...frame.payload, user_id: as } })
}

function lacking(names: readonly Capability[], misleads: SoundVariant['misleads']): SoundVariant {
  const absences = names.flatMap((name) => ABSENCES[name] ?? [])
  const calls = new RegExp(`^(${absences.flatMap((absence) => absence.calls ?? ['-']).join('|')})(\\?|$)`)
  const messages = absences.flatMap((absence) => absence.messages ?? [])
  const welcomes = absences.find((absence) => absence.welcomes)?.welcomes
  return {
    differs: `${names.join(', ')}: not offered, and not there`,
    misleads,
    plant: () => ({
      auth: Object.assign({}, ...absences.map(({ parts }) => parts?.auth)) as object,
      backend: Object.assign({}, ...absences.map(({ parts }) => parts?.backend)) as object,
    }),
    wire: () => ({
      ...unlisted(names, calls, messages),
      instead: (request) => (calls.test(`${request.method} ${request.path}`) ? notFound(request) : undefined),
      hear: (frame) => [welcomes === undefined ? frame : welcomed(frame, welcomes)],
      say: (frame) => [
        messages.reduce((text, type) => text.replace(`"type":"${type}"`, '"type":"sing"'), frame),
      ],
    }),
  }
}

/** What is not offered is not there either. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-has-one-welcome-for-all': lacking(['live-identity'], ['AUTH-1', 'AUTH-4', 'LIVE-1', 'LIVE-4']),
  'sound-has-nothing-special': lacking(
    (Object.keys(ABSENCES) as Capability[]).filter((name) => name !== 'expiry-enforced-live'),
    ['AUTH-3', 'AUTH-5', 'CHAT-1', 'CHAT-3', 'CHAT-5', 'LIVE-1', 'LIVE-5', 'ISO-3', 'ISO-4'],
  ),
}
