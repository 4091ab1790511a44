import { formatDuration } from '#waiting/duration'
import { PROMISED } from '#contract/promises'
import type { ContractClause } from './clause.ts'

/** Section 1. */
export const HEALTH = {
  'health.in-time': `GET /health of each service answers within ${formatDuration(PROMISED.health)}`,
  'health.auth':
    'auth 200 status, service: "auth-service", version, environment, timestamp, uptime_seconds, database_status: "connected"',
  'health.without-database': {
    words: 'without its database 503 status: "unhealthy" and a reason',
    unseen: 'no caller can take its database from a service',
    judgedBy: 'local-stack/service-kit/health.test.ts',
  },
  'health.backend': 'backend the same with service: "netra-backend"',
  'health.backend.capabilities': 'capabilities (section 6)',
  'health.frontend':
    'frontend status healthy, degraded or unhealthy; service: "frontend", version, dependencies {backend, auth}',
  'health.up': {
    words: 'ok, healthy and ready mean up; degraded means up, with a warning',
    aside: 'how the suite reads it',
  },
  'health.misrouted': {
    words: "HTML, or another service's name, means misrouted, which is not the same finding as down",
    aside: 'how the suite reads it',
  },
} as const satisfies Record<string, ContractClause>
