import { html } from 'ghtml'

/** One page of the outside provider; `content` is finished HTML. */
function page(title: string, content: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Outside Provider</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/pico.min.css" />
      </head>
      <body>
        <main class="container" style="max-width: 28rem; padding-top: 3rem">
          <article>
            <header>
              <strong>Outside Provider</strong><br /><small>stands in for Google, locally</small>
            </header>
            <h1 style="font-size: 1.4rem">${title}</h1>
            !${content}
          </article>
        </main>
      </body>
    </html>`
}

/** @param action where the form goes @param problem what was wrong with the attempt before, if any */
export function signInPage(uid: string, problem?: string): string {
  return page(
    'Sign in',
    html`${problem ? html`<p role="alert">${problem}</p>` : ''}
      <form method="post" action="/interaction/${uid}/sign-in">
        <label>Address <input name="email" type="email" autocomplete="username" required /></label>
        <label>
          Password <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit">Sign in</button>
      </form>
      <p><a href="/sign-up?interaction=${uid}">Create an identity</a></p>`,
  )
}

export function consentPage(uid: string, client: string, person: string): string {
  return page(
    'May they know you?',
    html`<p><strong>${client}</strong> would like to know your name and your address, ${person}.</p>
      <form method="post" action="/interaction/${uid}/consent">
        <button type="submit" name="decision" value="allow">Allow</button>
        <button type="submit" name="decision" value="deny" class="secondary">Not now</button>
      </form>`,
  )
}

export function signUpPage(interaction: string): string {
  return page(
    'Create an identity',
    html`<form method="post" action="/sign-up">
      <input type="hidden" name="interaction" value="${interaction}" />
      <label>Address <input name="email" type="email" required /></label>
      <label>Name <input name="name" required /></label>
      <label>Password <input name="password" type="password" minlength="8" required /></label>
      <button type="submit">Create</button>
    </form>`,
  )
}

/** The letter that a provider elsewhere would send; here it is shown at once. */
export function letterPage(email: string, confirmationCode: string, interaction: string): string {
  return page(
    'Confirm your address',
    html`<p>
        Elsewhere a letter would now be on its way to <strong>${email}</strong>. Locally, it is this page.
      </p>
      <form method="post" action="/confirm">
        <input type="hidden" name="interaction" value="${interaction}" />
        <button type="submit" name="code" value="${confirmationCode}">This address is mine</button>
      </form>
      !${wayBack(interaction)}`,
  )
}

export function confirmedPage(email: string, interaction: string): string {
  return page(
    'Address confirmed',
    html`<p><strong>${email}</strong> is yours.</p>
      !${wayBack(interaction)}`,
  )
}

export function troublePage(reason: string): string {
  return page('This did not work', html`<p role="alert">${reason}</p>`)
}

function wayBack(interaction: string): string {
  return interaction === '' ? '' : html`<p><a href="/interaction/${interaction}">Back to sign-in</a></p>`
}
