import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider, type Account, type AdapterFactory, type Configuration } from 'oidc-provider'
import type { Identities } from './identities.ts'

/** What the provider has to know of the one platform that signs people in through it. */
export interface ClientRegistration {
  readonly clientId: string
  readonly clientSecret: string
  readonly clientName: string
  readonly redirectUri: string
}

/** A certified OpenID Connect provider with our people, our pages and our memory. */
export async function createProvider(
  issuer: string,
  client: ClientRegistration,
  identities: Identities,
  artifacts: AdapterFactory,
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const configuration: Configuration = {
    adapter: artifacts,
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        client_name: client.clientName,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // As large providers do, the id token itself says who this is.
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => findAccount(identities, id),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => false },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 600,
      Interaction: 600,
      Session: 3600,
    },
  }
  return new Provider(issuer, configuration)
}

async function findAccount(identities: Identities, id: string): Promise<Account | undefined> {
  const identity = await identities.byId(id)
  if (!identity) return undefined
  const { email, emailVerified, name } = identity
  return { accountId: id, claims: () => ({ sub: id, email, email_verified: emailVerified, name }) }
}
