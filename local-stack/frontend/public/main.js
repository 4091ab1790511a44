import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { takeArrival } from './arrival.js'
import { html } from './html.js'
import { Session } from './session.js'
import { SignInPage } from './sign-in-page.js'
import { WorkplacePage } from './workplace-page.js'

const page = document.getElementById('app')
// Before anything else, so that no token stays in the address bar.
const { tokens, problem } = takeArrival()

try {
  const config = await (await fetch('/config.json')).json()
  const session = new Session(config.authUrl)
  if (tokens) session.open(tokens)
  render(html`<${App} config=${config} session=${session} problem=${problem} />`, page)
} catch {
  render(html`<p class="opening" role="alert">Netra could not be opened. Please reload the page.</p>`, page)
}

function App({ config, session, problem }) {
  const [isOpen, setOpen] = useState(session.isOpen)
  useEffect(() => session.addEventListener('change', () => setOpen(session.isOpen)), [])
  return isOpen
    ? html`<${WorkplacePage} config=${config} session=${session} />`
    : html`<${SignInPage} session=${session} problem=${session.farewell ?? problem} />`
}
