import type { TokenPair } from './sign-ins.ts'

/** How a browser that comes back from the outside provider is sent on to the frontend. */
export interface Handover {
  /** Whether the frontend is where this address leads. */
  admits(returnTo: string): boolean
  /** Where the tokens go: into the fragment, which no server and no log ever sees. */
  withTokens(tokens: TokenPair, returnTo: string | null): string
  withError(error: string): string
}

export function createHandover(frontendUrl: string): Handover {
  return {
    admits: (returnTo) => {
      if (!URL.canParse(returnTo)) return false
      const { origin, username, password } = new URL(returnTo)
      return origin === new URL(frontendUrl).origin && username === '' && password === ''
    },
    withTokens: ({ access_token, refresh_token }, returnTo) => {
      const fragment = new URLSearchParams({ access_token, refresh_token })
      if (returnTo) fragment.set('return_to', returnTo)
      return `${frontendUrl}/auth/callback#${fragment.toString()}`
    },
    withError: (error) => `${frontendUrl}/auth/error?${new URLSearchParams({ error }).toString()}`,
  }
}
