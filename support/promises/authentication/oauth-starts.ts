import { onAnotherPort } from '#promises/shared/foreign-origins'
import { changed, type Setting, type TamperedResults } from './oauth-attacks.ts'
import { newOAuthFlow } from './provider-sign-in.ts'

/** Asks for a sign-in at providers that there are not. */
export async function nameOtherProvider({ owner, scenario }: Setting): Promise<TamperedResults> {
  const flow = newOAuthFlow(owner, scenario)
  const others = ['elsewhere', 'Google ', 'google.elsewhere.example', 'password']
  const results = await Promise.all(
    others.map((provider) => flow.complete(changed(flow.startUrl(), 'provider', provider))),
  )
  const { status } = await flow.complete(flow.startUrl())
  return { results, control: { how: 'at the provider that there is', status, holds: isSentOn(status) } }
}

/** Asks for a sign-in that is to come out at other places than the frontend. */
export async function leadElsewhere({ owner, scenario }: Setting): Promise<TamperedResults> {
  const { frontend } = scenario.target.addresses
  const { host } = new URL(frontend)
  const elsewhere = [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    `https://${host}@elsewhere.example/`,
    `${frontend}.elsewhere.example/`,
    'javascript:alert(1)',
    'data:text/html,elsewhere',
    onAnotherPort(frontend),
    frontend.replace(/^http/, 'ftp'),
    frontend.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')),
    `https://elsewhere.example/?${frontend}`,
    `https://elsewhere.example/#${frontend}/`,
  ]
  const flow = newOAuthFlow(owner, scenario)
  const results = await Promise.all(elsewhere.map((address) => flow.complete(flow.startUrl(address))))
  const { status } = await flow.complete(flow.startUrl(`${frontend}/conversations`))
  return { results, control: { how: 'the way home', status, holds: isSentOn(status) } }
}

function isSentOn(status: number): boolean {
  return status >= 300 && status < 400
}
