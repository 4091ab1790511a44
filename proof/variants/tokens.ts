import { randomUUID } from 'node:crypto'
import { issuingOtherwise, livingOtherwise } from '#damage/issuing'
import { answering, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

const SIGNED_IN = ['AUTH-1', 'AUTH-2', 'AUTH-3', 'AUTH-4', 'AUTH-5', 'LIVE-5'] as const

/** Access tokens that live so long. */
function livingFor(seconds: number): SoundVariant['plant'] {
  return ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenIssuer: (_kit, standard) =>
        livingOtherwise(standard, signingSecret, (_account, kind) =>
          kind === 'access' ? seconds : undefined,
        ),
    },
  })
}

/** Tokens that are good, and other ones than those of the local stack; and what is told with them. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-tokens-say-more': {
    ...{ differs: 'Passes say more of their owner and of when they begin', misleads: SIGNED_IN },
    plant: ({ 'auth-service': { signingSecret } }) => ({
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, (claims) => ({
            ...claims,
            ...{ nbf: claims.iat, env: 'staging', svc_id: 'auth', name: 'A. Person', sid: randomUUID() },
          })),
      },
    }),
  },
  'sound-passes-live-a-minute': {
    ...{ differs: 'Passes live one minute', misleads: [...SIGNED_IN, 'ISO-5', 'LIVE-2'] },
    plant: livingFor(60),
  },
  'sound-signing-in-says-no-more-than-it-must': {
    ...{ differs: 'Whoever signs in with a password is told an id and an address', misleads: SIGNED_IN },
    ...{ due: 'passed-with-deviations', because: /`user.name` is missing/ },
    wire: () =>
      answering((body, { path }) => {
        const { user, ...told } = (body ?? {}) as Record<string, Json>
        if (path !== '/auth/login' || !user) return body
        const { id, email } = user as Record<string, Json>
        return { ...told, user: { id, email } as Json }
      }),
  },
  'sound-account-knows-its-last-visit': {
    ...{ differs: 'An account says when its owner was there last, and how often', misleads: SIGNED_IN },
    wire: () => {
      let visits = 0
      return answering((body, { path }) =>
        path === '/auth/me'
          ? { ...(body as object), last_login_at: new Date().toISOString(), visits: (visits += 1) }
          : body,
      )
    },
  },
  'sound-end-of-a-pass-without-an-offset': {
    ...{ differs: 'The end of a pass is told without an offset, as by the real service' },
    ...{ due: 'passed-with-deviations', because: /time in another notation/, misleads: SIGNED_IN },
    wire: () =>
      answering((body, { path }) => {
        const { token_expires_at: end } = (body ?? {}) as Record<string, Json>
        if (path !== '/auth/me' || typeof end !== 'string') return body
        return { ...(body as object), token_expires_at: end.replace(/(\.\d+)?Z$/, '') }
      }),
  },
}
