import { useState } from 'preact/hooks'
import { useAttempt } from './attempt.js'
import { html } from './html.js'

const LONGEST = 8000

/** Where a question is written; while agents work on one, also where they are stopped. */
export function AskForm({ workplace }) {
  const { running, isLoaded } = workplace.conversation
  const [draft, setDraft] = useState(draftOf(''))
  const { attempt, isBusy, trouble } = useAttempt()
  const content = draft.text.trim()
  const cannotAsk = running || isBusy || !isLoaded || !content
  const ask = (event) => {
    event.preventDefault()
    if (!cannotAsk) attempt(() => workplace.ask(content, draft.key).then(() => setDraft(draftOf(''))))
  }
  return html`<form class="ask" onSubmit=${ask} onKeyDown=${(event) => isCtrlEnter(event) && ask(event)}>
    ${running && html`<${Progress} key=${running.runId} workplace=${workplace} turn=${running} />`} ${trouble}
    <label>
      Your question
      <textarea
        rows="2"
        maxlength=${LONGEST}
        value=${draft.text}
        onInput=${({ target }) => setDraft(draftOf(target.value))}
      />
    </label>
    <div class="row">
      <small class="note">Ctrl+Enter asks</small>
      <button disabled=${cannotAsk}>Ask</button>
    </div>
  </form>`
}

/** A question in the making; tried again after a failure, it is still the same. */
function draftOf(text) {
  return { text, key: crypto.randomUUID() }
}

function isCtrlEnter({ key, ctrlKey, metaKey }) {
  return key === 'Enter' && (ctrlKey || metaKey)
}

function Progress({ workplace, turn: { runId, story } }) {
  const { attempt, isBusy, trouble } = useAttempt()
  const stop = () => attempt(() => workplace.stopRun(runId))
  return html`<progress value=${story.percentage} max="100" aria-label="Progress of the agents" />
    ${trouble}
    <div class="row">
      <small>${story.message}</small>
      <button type="button" class="quiet" disabled=${isBusy} onClick=${stop}>
        ${isBusy ? 'Stopping…' : 'Stop'}
      </button>
    </div>`
}
