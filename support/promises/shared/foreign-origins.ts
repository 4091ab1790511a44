/** Origins that are not this one, and resemble it, or are none at all; each must be as foreign as any other. */
export function resemblingOrigins(home: string): string[] {
  return [
    'null',
    `${home}.evil.example`,
    home.replace('//', '//evil.'),
    onAnotherPort(home),
    home.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')),
  ]
}

/** The same host, and another service on it. */
export function onAnotherPort(address: string): string {
  const url = new URL(address)
  url.port = url.port === '8' ? '9' : '8'
  return address.endsWith('/') ? url.href : url.href.replace(/\/$/, '')
}
