import * as openid from 'openid-client'

/** What one trip to the provider has to carry and bring back. */
export interface ProviderTrip {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Who the outside provider says this is. */
export interface ProviderIdentity {
  readonly subject: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
}

/** The provider refused the code, or its answer does not hold. */
export class ProviderRefused extends Error {}

/** An OpenID Connect provider, used with the authorization code flow and PKCE. */
export interface OutsideProvider {
  /** New unguessable values for one trip. */
  prepare(): ProviderTrip
  authorizationUrl(trip: ProviderTrip): Promise<URL>
  /** Redeems the code of a callback. @throws {ProviderRefused} */
  redeem(callback: URL, trip: ProviderTrip): Promise<ProviderIdentity>
}

export interface OutsideProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export function createOutsideProvider(options: OutsideProviderOptions): OutsideProvider {
  let discovered: Promise<openid.Configuration> | undefined
  const configuration = (): Promise<openid.Configuration> =>
    (discovered ??= discover(options).catch((error: unknown) => {
      discovered = undefined
      throw error
    }))
  return {
    prepare: () => ({
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    }),
    authorizationUrl: async ({ state, nonce, codeVerifier }) =>
      openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: options.redirectUri,
        response_type: 'code',
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }),
    redeem: async (callback, trip) => redeem(await configuration(), callback, trip),
  }
}

function discover({ issuer, clientId, clientSecret }: OutsideProviderOptions): Promise<openid.Configuration> {
  const plainHttp = new URL(issuer).protocol === 'http:'
  const execute = plainHttp ? [openid.allowInsecureRequests] : []
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute })
}

async function redeem(
  configuration: openid.Configuration,
  callback: URL,
  trip: ProviderTrip,
): Promise<ProviderIdentity> {
  const tokens = await openid
    .authorizationCodeGrant(configuration, callback, {
      expectedState: trip.state,
      expectedNonce: trip.nonce,
      pkceCodeVerifier: trip.codeVerifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw new ProviderRefused(String(error))
    })
  const claims = tokens.claims()
  if (!claims || typeof claims['email'] !== 'string') throw new ProviderRefused('no address in the id token')
  return {
    subject: claims.sub,
    email: claims['email'],
    emailVerified: claims['email_verified'] === true,
    name: typeof claims['name'] === 'string' ? claims['name'] : claims['email'],
  }
}
