import { useEffect, useState } from 'preact/hooks'
import { count, moment } from './format.js'
import { html } from './html.js'

const TYPING_PAUSE_MS = 250

/** One's conversations: to open, to search, to start anew. */
export function Conversations({ workplace, onChosen }) {
  const { list, conversation } = workplace
  const [query, setQuery] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => query !== list.query && workplace.search(query), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query])
  const entry = ({ id, title, created_at }) =>
    html`<li key=${id}>
      <a href="#/${id}" aria-current=${id === conversation.id ? 'page' : undefined} onClick=${onChosen}>
        <span>${title}</span> <small>${moment(created_at)}</small>
      </a>
    </li>`
  return html`<nav aria-label="Conversations" class="conversations">
    <a href="#/" role="button" onClick=${onChosen}>New conversation</a>
    <input
      type="search"
      aria-label="Search conversations"
      placeholder="Search"
      maxlength="200"
      value=${query}
      onInput=${({ target }) => setQuery(target.value)}
    />
    ${list.problem && html`<p class="trouble" role="alert">${list.problem}</p>`}
    <p class="note" role="status">${list.isLoaded && !list.problem && remark(list)}</p>
    <ul>
      ${list.threads.map(entry)}
    </ul>
  </nav>`
}

function remark({ threads, total, query }) {
  if (total > threads.length) return `The newest ${threads.length} of ${total}. Search for the others.`
  if (total > 0) return query && `${count(total, 'conversation')} found.`
  return query ? 'No conversation speaks of this.' : 'Your conversations will be listed here.'
}
