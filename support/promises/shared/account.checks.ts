/** When a token ends is the token's business, not the account's. */
export function withoutMoment(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (name, value: unknown) => (name === 'token_expires_at' ? '' : value)),
  )
}
