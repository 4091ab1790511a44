import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useAttempt } from './attempt.js'
import { html } from './html.js'

/** The title of the open conversation, and what can be done with the whole of it. */
export function ConversationHead({ workplace }) {
  const { id, title } = workplace.conversation
  const [doing, setDoing] = useState()
  const rest = () => setDoing(undefined)
  if (doing === 'rename') return html`<${Rename} ...${{ workplace, title, rest }} />`
  return html`<div class="row head">
    <h2>${title}</h2>
    ${id && html`<button class="quiet" onClick=${() => setDoing('rename')}>Rename</button>`}
    ${id && html`<button class="quiet" onClick=${() => setDoing('remove')}>Delete</button>`}
    ${doing === 'remove' && html`<${Removal} ...${{ workplace, title, rest }} />`}
  </div>`
}

function Rename({ workplace, title, rest }) {
  const { attempt, trouble } = useAttempt()
  const field = useRef()
  useLayoutEffect(() => field.current.select(), [])
  const rename = (event) => {
    event.preventDefault()
    attempt(() => workplace.rename(field.current.value.trim()).then(rest))
  }
  return html`<form class="row head" onSubmit=${rename} onKeyDown=${({ key }) => key === 'Escape' && rest()}>
    <input ref=${field} aria-label="Title" defaultValue=${title} maxlength="200" pattern=".*\\S.*" required />
    ${trouble}
    <button class="quiet">Save</button>
    <button type="button" class="quiet" onClick=${rest}>Cancel</button>
  </form>`
}

function Removal({ workplace, title, rest }) {
  const { attempt, trouble } = useAttempt()
  const dialog = useRef()
  useLayoutEffect(() => dialog.current.showModal(), [])
  return html`<dialog ref=${dialog} onClose=${rest} aria-labelledby="removal">
    <article>
      <h3 id="removal">Delete this conversation?</h3>
      <p>“${title}” and everything said in it will be gone for good.</p>
      ${trouble}
      <footer>
        <button class="secondary" onClick=${rest}>Keep</button>
        <button onClick=${() => attempt(() => workplace.remove())}>Delete</button>
      </footer>
    </article>
  </dialog>`
}
