/** Tells the rest of the platform that a session or an account is over (OpenID Connect: back-channel logout). */
export interface SessionEnds {
  sessionEnded(accountId: string, accessTokenIds: readonly string[]): Promise<void>
  accountEnded(accountId: string): Promise<void>
}

const PATIENCE_MS = 2_000

export function createSessionEnds(backendUrl: string, serviceSecret: string): SessionEnds {
  const tell = async (path: string, news: object): Promise<void> => {
    const response = await fetch(`${backendUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${serviceSecret}` },
      body: JSON.stringify(news),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) throw new Error(`backend answered ${response.status} to ${path}`)
  }
  return {
    sessionEnded: (accountId, accessTokenIds) =>
      tell('/internal/session-ended', { user_id: accountId, token_ids: accessTokenIds }),
    accountEnded: (accountId) => tell('/internal/account-ended', { user_id: accountId }),
  }
}
