import type { Saboteur } from '#wire/saboteur'

/** Whoever shows such a token has an account closed, as it is said. */
export function closingGrantedTo(isTaken: (token: string) => boolean): Saboteur {
  return {
    instead: ({ service, method, path, headers }) => {
      if (service !== 'auth' || method !== 'DELETE' || path !== '/auth/me') return undefined
      const token = String(headers['authorization'] ?? '').replace('Bearer ', '')
      return isTaken(token) ? { status: 204, headers: {}, body: '' } : undefined
    },
  }
}
