import { OUTSIDE_PROVIDER } from './outside-provider.ts'
import { PROVIDER_ATTACKS } from './provider-attacks.ts'
import { REFUSALS } from './refusals.ts'
import { REGISTRATION } from './registration.ts'
import { SESSIONS } from './sessions.ts'

/** The checks of `authentication.feature`. */
export const AUTHENTICATION = {
  ...REGISTRATION,
  ...OUTSIDE_PROVIDER,
  ...PROVIDER_ATTACKS,
  ...SESSIONS,
  ...REFUSALS,
} as const
