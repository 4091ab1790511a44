/** What a platform may offer, by the contract's names (platform contract, section 6). */
export const CAPABILITIES = [
  'account-deletion',
  'cancel',
  'client-message-idempotency',
  'expiry-enforced-live',
  'login-throttle',
  'logout-closes-live',
  'logout-revokes-refresh',
  'oauth-google',
  'oauth-simulation',
  'per-user-limits',
  'progress-updates',
  'published-routes',
  'refresh-family-revocation',
  'resume',
  'run-events-history',
  'tool-events',
  'live-identity',
  'origin-check',
] as const

/** One thing that a platform may offer. */
export type Capability = (typeof CAPABILITIES)[number]
