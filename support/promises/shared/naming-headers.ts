/** Somebody whom a caller may be taken for. */
interface Named {
  readonly userId: string
  readonly email: string
}

const BY_ID = ['x-user-id', 'x-forwarded-user', 'x-remote-user', 'x-auth-request-user', 'x-tenant-id']
const BY_ADDRESS = ['x-forwarded-email', 'x-user-email', 'x-auth-request-email']

/** Headers that say of somebody that she is the caller; only a proxy in front may set them. */
export function headersThatName({ userId, email }: Named): Readonly<Record<string, string>> {
  const [byId, byAddress] = [BY_ID.map((name) => [name, userId]), BY_ADDRESS.map((name) => [name, email])]
  return Object.fromEntries([...byId, ...byAddress]) as Record<string, string>
}
