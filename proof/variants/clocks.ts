import { createTokenIssuer, createTokenVerifier } from '@netra/local-stack/auth-service/tokens'
import type { Clock } from '@netra/local-stack/service-kit/clock'
import type { IdentityCheck } from '@netra/local-stack/backend/identity'
import type { Damage } from '#proof/defect'
import type { ServiceConfigs } from '@netra/local-stack/stack-config'
import { answering, everyField } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
/** They are made of tokens, whose clock is off already. */
const OF_TOKENS = ['token_expires_at', 'expires_at']
const SCENARIOS = ['AUTH-1', 'AUTH-3', 'AUTH-4', 'AUTH-5', 'LIVE-2', 'LIVE-3', 'ISO-4'] as const

const TOLD = ['AUTH-1', 'CHAT-2', 'LIVE-2', 'LIVE-3', 'ISO-4', 'ISO-5'] as const

/** Tokens by this clock; how long lines live by them is counted by ours. */
function byClock(
  { 'auth-service': { signingSecret, lifetimes } }: ServiceConfigs,
  clock: Clock,
  off: number,
): Damage {
  const inReal =
    (check: IdentityCheck): IdentityCheck =>
    async (token) => {
      const member = await check(token)
      return member && { ...member, expiresAt: new Date(member.expiresAt.getTime() - off) }
    }
  return {
    auth: {
      tokenIssuer: () => createTokenIssuer(signingSecret, lifetimes, clock),
      tokenVerifier: (kit) => createTokenVerifier(signingSecret, kit.tokenRules, clock),
    },
    backend: { liveIdentity: (kit) => inReal(kit.identity) },
  }
}

/** A platform whose clock is off: all that it tells, and its tokens. @param only of this service, where it is one */
function clockOff(seconds: number, only?: 'auth' | 'backend'): SoundVariant {
  const off = seconds * 1000
  const clock: Clock = { now: () => new Date(Date.now() + off) }
  const moved = (name: string, value: unknown, kept: readonly string[] = []) =>
    typeof value === 'string' && TIME.test(value) && !kept.includes(name)
      ? new Date(Date.parse(value) + off).toISOString()
      : (value as string)
  return {
    differs: `The clock of the ${only ?? 'platform'} is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`,
    misleads: SCENARIOS,
    plant: (configs) => (only === 'backend' ? {} : byClock(configs, clock, off)),
    wire: () => {
      const { answer: told } = answering((body) =>
        everyField(body, (name, value) => moved(name, value, OF_TOKENS)),
      )
      return {
        answer: (answer, request) => {
          if (request.service !== (only ?? request.service)) return answer
          const date = { date: clock.now().toUTCString() }
          const changed = told?.(answer, request) ?? answer
          return { ...changed, headers: { ...changed.headers, ...date } }
        },
        hear: (frame) => [
          JSON.stringify(
            everyField(JSON.parse(frame) as string, (name, value) =>
              only !== 'auth' || OF_TOKENS.includes(name) ? moved(name, value) : value,
            ),
          ),
        ],
      }
    },
  }
}

/** Clocks that are not ours, and passes that live shorter. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-clock-20-s-ahead': clockOff(20),
  'sound-clock-20-s-behind': clockOff(-20),
  'sound-clock-5-s-ahead': clockOff(5),
  'sound-clock-5-s-behind': clockOff(-5),
  'sound-clock-of-the-backend-20-s-ahead': { ...clockOff(20, 'backend'), misleads: TOLD },
  'sound-clock-of-the-backend-20-s-behind': { ...clockOff(-20, 'backend'), misleads: TOLD },
  'sound-clock-of-the-auth-20-s-ahead': clockOff(20, 'auth'),
  'sound-clock-of-the-auth-20-s-behind': clockOff(-20, 'auth'),
  'sound-passes-live-five-minutes': living(5 * 60, 24 * 60 * 60),
  'sound-passes-live-fourteen-minutes': living(14 * 60, 7 * 24 * 60 * 60),
  'sound-passes-live-two-minutes': living(2 * 60, 10 * 60),
  'sound-passes-live-an-hour': {
    ...living(60 * 60, 90 * 24 * 60 * 60),
    due: 'passed-with-deviations',
    because: /the pass lives (3600 s|60 min)/,
  },
  'sound-passes-live-half-an-hour': {
    ...living(30 * 60, 30 * 24 * 60 * 60),
    due: 'passed-with-deviations',
    because: /the pass lives (1800 s|30 min)/,
  },
}

function living(accessSeconds: number, refreshSeconds: number): SoundVariant {
  return {
    differs: `Passes live ${accessSeconds / 60} min, what renews them ${refreshSeconds / 86_400} days`,
    misleads: ['AUTH-1', 'AUTH-2', 'AUTH-3', 'AUTH-5', 'LIVE-5'],
    plant: ({ 'auth-service': { signingSecret } }) => ({
      auth: {
        tokenIssuer: ({ clock }) =>
          createTokenIssuer(signingSecret, { accessSeconds, refreshSeconds }, clock),
      },
    }),
  }
}
