import { useEffect, useReducer, useState } from 'preact/hooks'
import { ConversationView } from './conversation-view.js'
import { Conversations } from './conversations.js'
import { html } from './html.js'
import { Workplace } from './workplace.js'

/** The whole page of somebody who is signed in. */
export function WorkplacePage({ config, session }) {
  const [, changed] = useReducer((times) => times + 1, 0)
  const [workplace] = useState(() => new Workplace({ config, session, changed }))
  const [isListShown, showList] = useState(false)
  useEffect(() => {
    workplace.start()
    return () => workplace.stop()
  }, [])
  const { title } = workplace.conversation
  useEffect(() => void (document.title = `${title} · Netra`), [title])
  return html`<div class="workplace" data-list=${isListShown ? 'shown' : 'folded'}>
    <${Head} workplace=${workplace} isListShown=${isListShown} onList=${() => showList(!isListShown)} />
    <main>
      <${Conversations} workplace=${workplace} onChosen=${() => showList(false)} />
      <${ConversationView} workplace=${workplace} />
    </main>
  </div>`
}

function Head({ workplace: { line, person, signOut }, isListShown, onList }) {
  return html`<header class="row">
    <button class="quiet fold-list" aria-expanded=${isListShown} onClick=${onList}>Conversations</button>
    <h1>Netra</h1>
    <small class="line-state" role="status" data-open=${line.isOpen}
      >${line.isOpen ? 'Live' : 'Connecting…'}</small
    >
    <small class="person" title=${person?.email}>${person?.name}</small>
    <button class="quiet" onClick=${signOut}>Sign out</button>
  </header>`
}
