import { useEffect, useState } from 'preact/hooks'
import { departFor } from './arrival.js'
import { useAttempt } from './attempt.js'
import { html } from './html.js'

const TITLES = { login: 'Sign in', register: 'Create an account' }

const PASSWORDS = {
  login: { autocomplete: 'current-password' },
  register: { autocomplete: 'new-password', minlength: 12, maxlength: 200 },
}

const KNOWN_PROBLEMS = {
  401: 'The address or the password is wrong.',
  409: 'There is an account with this address already. Please sign in instead.',
}

/** The way in: with address and password, as a newcomer, or through the outside provider. */
export function SignInPage({ session, problem }) {
  const [way, setWay] = useState('login')
  const other = way === 'login' ? 'register' : 'login'
  useEffect(() => void (document.title = `${TITLES[way]} · Netra`), [way])
  return html`<main class="sign-in">
    <h1>Netra</h1>
    <p>Agents that find out what your AI workloads cost, and where they would cost less.</p>
    <article>
      <h2>${TITLES[way]}</h2>
      <${Credentials} key=${way} session=${session} way=${way} problem=${problem} />
      <button class="secondary outline" onClick=${() => departFor(session.authUrl)}>
        Sign in with the outside provider
      </button>
      <footer class="row">
        ${way === 'login' ? 'No account yet?' : 'Registered already?'}
        <button class="quiet" onClick=${() => setWay(other)}>${TITLES[other]}</button>
      </footer>
    </article>
  </main>`
}

function Credentials({ session, way, problem }) {
  const { attempt, isBusy, trouble } = useAttempt(KNOWN_PROBLEMS)
  const isNew = way === 'register'
  const submit = (event) => {
    event.preventDefault()
    const details = [...new FormData(event.target)].filter(([, value]) => value !== '')
    attempt(() => session.enter(way, Object.fromEntries(details)))
  }
  return html`<form onSubmit=${submit}>
    ${trouble ?? (problem && !isBusy && html`<p role="alert">${problem}</p>`)}
    <label>Address<input name="email" type="email" autocomplete="username" maxlength="254" required /></label>
    ${isNew && html`<label>Name, if you like<input name="name" autocomplete="name" maxlength="200" /></label>`}
    <label>
      Password${isNew && ' of at least 12 characters'}
      <input name="password" type="password" required ...${PASSWORDS[way]} />
    </label>
    <button type="submit" aria-busy=${isBusy} disabled=${isBusy}>${TITLES[way]}</button>
  </form>`
}
