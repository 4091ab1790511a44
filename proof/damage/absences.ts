import type { Damage } from '#proof/defect'
import type { Capability } from '../../support/contract/capabilities.ts'
import { accountById } from './accounts.ts'
import { telling, untold, type Word } from './telling.ts'

/** What is not there, and how that shows. */
export interface Absence {
  readonly parts?: Damage
  /** Calls that nobody knows; `[^/]+` in one stands for an id. */
  readonly calls?: readonly string[]
  /** Types of message that nobody knows. */
  readonly messages?: readonly string[]
  /** Everybody is welcomed as this one. */
  readonly welcomes?: string
}

const quiet = (...types: readonly Word['type'][]): Damage => ({
  backend: {
    publisher: (_kit, standard) =>
      telling(standard, (word, tell) => (types.includes(word.type) ? untold(word) : tell(word))),
  },
})

const LATER = 3600_000

/** Of what need not be offered, how it is not there. */
export const ABSENCES: Readonly<Partial<Record<Capability, Absence>>> = {
  'account-deletion': { calls: ['DELETE /auth/me'] },
  cancel: { calls: ['POST /api/runs/[^/]+/cancel'], messages: ['stop_run'] },
  'client-message-idempotency': {
    parts: {
      backend: {
        messages: (_kit, standard) => ({
          ...standard,
          byClientId: () => Promise.resolve(undefined),
          add: ({ clientMessageId: _name, ...message }, transaction) => standard.add(message, transaction),
        }),
      },
    },
  },
  'expiry-enforced-live': {
    parts: {
      backend: {
        liveIdentity: (_kit, standard) => async (token) => {
          const member = await standard(token)
          return member && { ...member, expiresAt: new Date(Date.now() + LATER) }
        },
      },
    },
  },
  'live-identity': { welcomes: 'demo-user-001' },
  'login-throttle': {
    parts: { auth: { loginThrottle: (_kit, standard) => ({ ...standard, admit: () => Promise.resolve() }) } },
  },
  'logout-closes-live': {
    parts: {
      auth: { sessionEnds: (_kit, standard) => ({ ...standard, sessionEnded: () => Promise.resolve() }) },
    },
  },
  'logout-revokes-refresh': {
    parts: {
      auth: {
        sessions: (kit, standard) => ({
          ...standard,
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            const account = await accountById(kit.database, claims.sub)
            if (redemption.outcome !== 'refused' || !account) return redemption
            return { outcome: 'renewed', account, sessionId: await standard.open(account) }
          },
        }),
      },
    },
  },
  'oauth-simulation': { calls: ['POST /auth/e2e/test-auth'] },
  'origin-check': { parts: { backend: { originRule: () => () => true } } },
  'per-user-limits': {
    parts: {
      backend: { limits: () => ({ admitMessage: () => Promise.resolve(), admitRun: () => undefined }) },
    },
  },
  'progress-updates': { parts: quiet('progress_update') },
  'published-routes': { calls: ['GET /openapi.json'] },
  'refresh-family-revocation': {
    parts: {
      auth: {
        sessions: (_kit, standard) => ({
          ...standard,
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            return redemption.outcome === 'replayed' ? { outcome: 'refused' } : redemption
          },
        }),
      },
    },
  },
  resume: { messages: ['resume'] },
  'run-events-history': { calls: ['GET /api/runs/[^/]+/events'] },
  'tool-events': { parts: quiet('tool_executing', 'tool_completed') },
}
