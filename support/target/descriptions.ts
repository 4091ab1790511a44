import type { Capability } from '#contract/capabilities'
import type { EdgeLimits } from '#waiting/pacer'

/** The deployment that `TEST_ENV=staging` means when nothing else is said. */
export const REAL_STAGING = {
  STAGING_AUTH_URL: 'https://auth.staging.netrasystems.ai',
  STAGING_BACKEND_URL: 'https://api.staging.netrasystems.ai',
  STAGING_FRONTEND_URL: 'https://app.staging.netrasystems.ai',
  STAGING_WEBSOCKET_URL: 'wss://api.staging.netrasystems.ai/ws',
} as const

/** What is known of a deployment that does not say it of itself. */
export interface TargetDescription {
  readonly capabilities: readonly Capability[]
  readonly edgeLimits: EdgeLimits | undefined
}

/** Netra's own staging: one door for tests, and an edge that bans who asks too often (contract, section 7). */
const NETRA_STAGING: TargetDescription = {
  capabilities: ['oauth-simulation'],
  edgeLimits: { apiPerMinute: 1000, otherPerMinute: 100 },
}

const PLAIN: TargetDescription = { capabilities: [], edgeLimits: undefined }

export function describeHost(host: string): TargetDescription {
  return host.endsWith('.netrasystems.ai') ? NETRA_STAGING : PLAIN
}
