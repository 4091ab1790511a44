import { decodeJwt } from 'jose'
import type { Defect } from '#proof/defect'
import { ProviderRefused, type ProviderIdentity } from '@netra/local-stack/auth-service/outside-provider'
import type { AuthConfig } from '@netra/local-stack/auth-service/parts'

export const defect: Defect = {
  wrong: "The provider's answer is not asked whether it belongs to this sign-in",
  reference: 'OpenID Connect Core 1.0, 3.1.3.7 (11); OWASP ASVS 5.0, 10.5.1',
  reddens: [{ check: 'AUTH-2.exchanged-nonce-refused', because: /with a session/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': config }) => ({
    auth: {
      outsideProvider: (_kit, standard) => ({
        ...standard,
        redeem: ({ searchParams }, { codeVerifier }) =>
          redeemCarelessly(config, searchParams.get('code') ?? '', codeVerifier),
      }),
    },
  }),
}

/** The exchange as one writes it by hand: what comes back is believed. */
async function redeemCarelessly(
  config: AuthConfig,
  code: string,
  codeVerifier: string,
): Promise<ProviderIdentity> {
  const response = await fetch(`${config.providerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${config.providerClientId}:${config.providerClientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: codeVerifier,
      redirect_uri: `${config.authUrl}/auth/callback`,
    }),
  })
  if (!response.ok) throw new ProviderRefused(await response.text())
  const { id_token: idToken } = (await response.json()) as { id_token: string }
  const { sub = '', email, email_verified: verified, name } = decodeJwt(idToken)
  return { subject: sub, email: String(email), emailVerified: verified === true, name: String(name) }
}
