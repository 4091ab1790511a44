import { randomBytes } from 'node:crypto'
import type { AuthConfig } from '#auth-service/parts'
import type { BackendConfig } from '#backend/parts'
import type { FrontendConfig } from '#frontend/service'
import type { ProviderConfig } from '#identity-provider/service'
import type { ModelServerConfig } from '#model-server/service'

/** What every service of the stack is started with. */
export interface ServiceConfigs {
  readonly 'identity-provider': ProviderConfig
  readonly 'auth-service': AuthConfig
  readonly backend: BackendConfig
  readonly 'model-server': ModelServerConfig
  readonly frontend: FrontendConfig
}

export type ServiceName = keyof ServiceConfigs
export type ServiceUrls = Readonly<Record<ServiceName, string>>

export const SERVICE_NAMES = [
  'identity-provider',
  'auth-service',
  'backend',
  'model-server',
  'frontend',
] as const satisfies readonly ServiceName[]

/** What a person may choose about a stack. */
export interface StackChoices {
  readonly accessSeconds: number
  readonly refreshSeconds: number
  readonly heartbeatSeconds: number
  /** Milliseconds between the pieces of the model server's replies: the pace of every run. */
  readonly pieceDelay: number
  /** A real language model instead of the model server. */
  readonly model?: { readonly baseUrl: string; readonly model: string; readonly apiKey: string } | undefined
}

export const USUAL_CHOICES: StackChoices = {
  accessSeconds: 15 * 60,
  refreshSeconds: 14 * 24 * 60 * 60,
  heartbeatSeconds: 1,
  pieceDelay: 1,
}

/** What only the stack and the suite that tests it know; made anew at every start. */
export interface StackSecrets {
  readonly signing: string
  readonly simulationKey: string
}

export function makeSecrets(): StackSecrets {
  return { signing: secret(), simulationKey: secret() }
}

/** Tells every service who its neighbours are; that is all they know of each other. */
export function configureServices(
  urls: ServiceUrls,
  databaseUrl: string,
  secrets: StackSecrets,
  choices: StackChoices,
): ServiceConfigs {
  const environment = 'local'
  const provider = { clientId: 'netra-auth-service', clientSecret: secret() }
  const serviceSecret = secret()
  const modelKey = secret()
  const ownModel = { baseUrl: `${urls['model-server']}/v1`, model: 'netra-local', apiKey: modelKey }
  return {
    'identity-provider': { ...provider, databaseUrl, redirectUri: `${urls['auth-service']}/auth/callback` },
    'auth-service': {
      environment,
      databaseUrl,
      authUrl: urls['auth-service'],
      backendUrl: urls.backend,
      frontendUrl: urls.frontend,
      providerUrl: urls['identity-provider'],
      providerClientId: provider.clientId,
      providerClientSecret: provider.clientSecret,
      signingSecret: secrets.signing,
      simulationKey: secrets.simulationKey,
      serviceSecret,
      lifetimes: { accessSeconds: choices.accessSeconds, refreshSeconds: choices.refreshSeconds },
    },
    backend: {
      environment,
      databaseUrl,
      authUrl: urls['auth-service'],
      frontendUrl: urls.frontend,
      serviceSecret,
      model: choices.model ?? ownModel,
      heartbeatSeconds: choices.heartbeatSeconds,
    },
    'model-server': { apiKey: modelKey, pieceDelay: choices.pieceDelay },
    frontend: { authUrl: urls['auth-service'], backendUrl: urls.backend, websocketUrl: liveUrl(urls) },
  }
}

/** Where live connections are opened. */
export function liveUrl({ backend }: ServiceUrls): string {
  return `${backend.replace(/^http/, 'ws')}/ws`
}

function secret(): string {
  return randomBytes(36).toString('base64url')
}
