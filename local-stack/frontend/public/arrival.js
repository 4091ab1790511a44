const DEPARTED = 'netra.departed'

/** Leaves for the outside provider; this tab remembers that it is expected back. */
export function departFor(authUrl) {
  sessionStorage.setItem(DEPARTED, 'yes')
  const question = new URLSearchParams({ provider: 'google', return_to: location.href })
  location.assign(`${authUrl}/auth/login?${question}`)
}

/** What the browser brings back from there: tokens, or a problem in plain words. */
export function takeArrival() {
  const { pathname, hash, search } = location
  if (pathname !== '/auth/callback' && pathname !== '/auth/error') return {}
  const given = new URLSearchParams(pathname === '/auth/error' ? search : hash.slice(1))
  history.replaceState(null, '', wayBack(given.get('return_to')))
  // A link from elsewhere must not sign anybody into somebody else's account.
  const isExpected = sessionStorage.getItem(DEPARTED) !== null
  sessionStorage.removeItem(DEPARTED)
  const [access_token, refresh_token] = [given.get('access_token'), given.get('refresh_token')]
  if (isExpected && access_token && refresh_token) return { tokens: { access_token, refresh_token } }
  return { problem: PROBLEMS[given.get('error')] ?? 'The sign-in was not completed. Please sign in again.' }
}

const PROBLEMS = {
  access_denied:
    'You have not allowed the outside provider to tell us who you are, so you are not signed in.',
  account_exists:
    'The outside provider has not confirmed your address yet, or there is an account with it already. ' +
    'Please confirm the address there, or sign in with your password.',
}

function wayBack(returnTo) {
  const target = URL.canParse(returnTo ?? '') ? new URL(returnTo) : new URL(location.origin)
  return target.origin === location.origin ? target.pathname + target.hash : '/'
}
