import { answering, saying, untelling, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

type Fields = Readonly<Record<string, Json>>

/** What is left out of everything that is said. */
function unsaid(
  differs: string,
  because: RegExp,
  misleads: SoundVariant['misleads'],
  ...names: readonly (readonly [known: string, ...left: string[]])[]
): SoundVariant {
  const changes = names.map(([known, ...left]) => untelling(known, left))
  const wire = () => saying((body) => changes.reduce((told, change) => change(told), body))
  return { differs, due: 'passed-with-deviations', because, misleads, wire }
}

/** Errors of both services in another shape. @param shape of one with this status and these words */
function errorsAs(
  differs: string,
  shape: (status: number, words: string, code: string) => Json,
): SoundVariant {
  return {
    ...{ differs, due: 'passed-with-deviations', because: /not kept to the letter/ },
    misleads: ['AUTH-1', 'AUTH-5', 'LIVE-5', 'ISO-4'],
    wire: () =>
      answering((body, _request, { status }) => {
        if (status < 400) return body
        const { detail, message, error_code: code = 'ERROR' } = body as Readonly<Record<string, string>>
        return shape(status, detail ?? message ?? '', code)
      }),
  }
}

/** What the contract's tables list, and nobody needs to go on. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-welcome-says-little': unsaid(
    'The welcome says neither how often a line gives signs of life nor how much it takes',
    /`payload\.\w+` is missing/,
    ['LIVE-1', 'LIVE-3', 'LIVE-5'],
    ['connection_id', 'heartbeat_interval_seconds', 'max_message_bytes', 'server_time'],
  ),
  'sound-events-say-little': unsaid(
    'Events say neither which step it is, nor who handed over, nor how long it took, nor whether it can be mended',
    /`(events\[\]\.)?payload\.\w+` is missing/,
    ['CHAT-1', 'CHAT-2', 'CHAT-4', 'CHAT-5', 'LIVE-1', 'LIVE-2'],
    ['agent_name', 'step_number', 'parent_agent', 'execution_time_ms', 'recoverable'],
  ),
  'sound-conversations-without-changes': unsaid(
    'Conversations do not say when they were changed',
    /`updated_at` is missing/,
    ['AUTH-4', 'AUTH-5', 'ISO-4'],
    ['message_count', 'updated_at'],
  ),
  'sound-errors-as-problems': errorsAs(
    'Errors are problem details, as RFC 9457 has them',
    (status, words, code) => ({ type: 'about:blank', title: code, status, detail: words }),
  ),
  'sound-errors-in-an-object': errorsAs('Errors stand in an object', (_status, words, code) => ({
    error: { code, message: words },
  })),
  'sound-signing-out-says-little': {
    differs: 'Signing out is answered in words, and of a bad pass no more is said than that',
    due: 'passed-with-deviations',
    because: /is missing/,
    misleads: ['AUTH-1', 'AUTH-4', 'AUTH-3', 'LIVE-5'],
    wire: () =>
      answering((body, { path }, { status }) => {
        if (path === '/auth/logout' && status === 200) return { message: 'Logged out' }
        const isBad = path === '/auth/validate' && (body as Fields)['valid'] === false
        return isBad ? { valid: false } : body
      }),
  },
}
