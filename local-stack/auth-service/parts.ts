import type { CookieSerializeOptions } from '@fastify/cookie'
import type { JWTVerifyOptions } from 'jose'
import type { IncomingHttpHeaders } from 'node:http'
import { bearerToken, sameSecret } from '#kit/bearer'
import { SYSTEM_CLOCK, type Clock } from '#kit/clock'
import type { Recipes } from '#kit/compose'
import type { Database } from '#kit/database'
import { createPasswords, type Passwords } from '#kit/passwords'
import type { DescribeFault } from '#kit/web-service'
import { createAccounts, type Accounts } from './accounts.ts'
import { createHandover, type Handover } from './handover.ts'
import { createLoginThrottle, type LoginThrottle } from './login-throttle.ts'
import { createMembership, type Membership } from './membership.ts'
import { createOutsideProvider, type OutsideProvider } from './outside-provider.ts'
import { findPasswordFault, type PasswordRule } from './password-rule.ts'
import { createRegistrationReader, type RegistrationReader } from './registration.ts'
import { createSessionEnds, type SessionEnds } from './session-ends.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignInAttempts, type SignInAttempts } from './sign-in-attempts.ts'
import { createSignIns, type SignIns } from './sign-ins.ts'
import {
  createTokenIssuer,
  createTokenVerifier,
  standardTokenRules,
  type Lifetimes,
  type TokenIssuer,
  type TokenVerifier,
} from './tokens.ts'

/** Everything the auth service has to be told. */
export interface AuthConfig {
  readonly environment: string
  readonly databaseUrl: string
  readonly authUrl: string
  readonly backendUrl: string
  readonly frontendUrl: string
  readonly providerUrl: string
  readonly providerClientId: string
  readonly providerClientSecret: string
  readonly signingSecret: string
  readonly simulationKey: string
  readonly serviceSecret: string
  readonly lifetimes: Lifetimes
}

/** The parts of the auth service. Any of them can be exchanged for another when it is put together. */
export interface AuthParts {
  readonly clock: Clock
  readonly database: Database
  /** Reduces an address to what makes it the same address. */
  readonly addressKey: (email: string) => string
  readonly accounts: Accounts
  readonly passwords: Passwords
  readonly passwordRule: PasswordRule
  readonly registrationReader: RegistrationReader
  readonly loginThrottle: LoginThrottle
  readonly sessions: Sessions
  readonly tokenIssuer: TokenIssuer
  readonly tokenRules: JWTVerifyOptions
  readonly tokenVerifier: TokenVerifier
  readonly tokenSource: (headers: IncomingHttpHeaders, url: string) => string | undefined
  readonly signIns: SignIns
  readonly sessionEnds: SessionEnds
  /** Whether people can sign in at the provider of this name. */
  readonly knowsProvider: (name: string) => boolean
  readonly outsideProvider: OutsideProvider
  readonly signInAttempts: SignInAttempts
  /** What protects the cookie by which a browser is known again. */
  readonly browserCookie: CookieSerializeOptions
  readonly membership: Membership
  readonly handover: Handover
  readonly simulationKeyCheck: (given: string | undefined) => boolean
  readonly describeFault: DescribeFault
}

/** How each part is built when nobody asks for another one. */
export function authRecipes(config: AuthConfig, sql: Database): Recipes<AuthParts> {
  const secret = config.signingSecret
  return {
    clock: () => SYSTEM_CLOCK,
    database: () => sql,
    addressKey: () => (email) => email.toLowerCase(),
    accounts: (kit) => createAccounts(kit.database, kit.addressKey),
    passwords: () => createPasswords(),
    passwordRule: () => findPasswordFault,
    registrationReader: (kit) => createRegistrationReader(kit.passwordRule),
    loginThrottle: () => createLoginThrottle(),
    sessions: (kit) => createSessions(kit.database),
    tokenIssuer: (kit) => createTokenIssuer(secret, config.lifetimes, kit.clock),
    tokenRules: () => standardTokenRules(),
    tokenVerifier: (kit) => createTokenVerifier(secret, kit.tokenRules, kit.clock),
    tokenSource: () => bearerToken,
    signIns: (kit) => createSignIns(kit),
    sessionEnds: () => createSessionEnds(config.backendUrl, config.serviceSecret),
    knowsProvider: () => (name) => name === 'google',
    outsideProvider: () =>
      createOutsideProvider({
        issuer: config.providerUrl,
        clientId: config.providerClientId,
        clientSecret: config.providerClientSecret,
        redirectUri: `${config.authUrl}/auth/callback`,
      }),
    signInAttempts: (kit) => createSignInAttempts(kit.database),
    browserCookie: () => ({ httpOnly: true, sameSite: 'lax', path: '/auth' }),
    membership: (kit) => createMembership(kit),
    handover: () => createHandover(config.frontendUrl),
    simulationKeyCheck: () => (given) => sameSecret(given, config.simulationKey),
    describeFault: () => (fault) => ({ detail: fault.message }),
  }
}
