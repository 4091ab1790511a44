import { useLayoutEffect, useRef } from 'preact/hooks'
import { AnswerText } from './answer-text.js'
import { AskForm } from './ask-form.js'
import { useAttempt } from './attempt.js'
import { ConversationHead } from './conversation-head.js'
import { html } from './html.js'
import { RunTimeline } from './run-timeline.js'

/** The open conversation. */
export function ConversationView({ workplace }) {
  const { id, problem } = workplace.conversation
  if (problem) return html`<div id="conversation"><p class="opening" role="alert">${problem}</p></div>`
  return html`<div id="conversation">
    <${ConversationHead} key=${id} workplace=${workplace} />
    <${Turns} workplace=${workplace} />
    <${AskForm} workplace=${workplace} />
  </div>`
}

function Turns({ workplace }) {
  const { conversation } = workplace
  const { isLoaded, turns } = conversation
  const { view, onScroll } = useReadingPlace(conversation)
  return html`<div
    class="turns"
    role="region"
    aria-label="What was said"
    ref=${view}
    onScroll=${onScroll}
    aria-busy=${!isLoaded}
    tabindex="0"
  >
    ${turns.map((turn) => html`<${TurnView} key=${turn.runId} turn=${turn} />`)}
    ${isLoaded && turns.length === 0 && html`<${Welcome} workplace=${workplace} />`}
  </div>`
}

/** One question, the work on it, and its answer. */
function TurnView({ turn: { question, answer, story } }) {
  const text = answer ?? story?.answer
  return html`<article class="turn">
    <p class="question" hidden=${question === undefined}>
      <span class="unseen">You asked: </span>${question}
    </p>
    ${story && html`<${RunTimeline} story=${story} />`}
    <div class="answer">
      ${text && html`<${AnswerText} text=${text} />`}
      ${story?.problem && html`<p class=${story.state === 'cancelled' ? 'note' : 'trouble'}>${story.problem}</p>`}
    </div>
  </article>`
}

const NEAR_THE_END = 80

/** At the end while agents work, unless one scrolls away; otherwise at the beginning of the last turn. */
function useReadingPlace({ id, running, isLoaded }) {
  const view = useRef()
  const isFollowing = useRef(true)
  useLayoutEffect(() => {
    if (running && isFollowing.current) view.current.scrollTop = view.current.scrollHeight
  })
  useLayoutEffect(() => {
    const last = view.current.querySelector('.turn:last-of-type')
    if (last && isFollowing.current) view.current.scrollTop = last.offsetTop - 8
    isFollowing.current = true
  }, [id, isLoaded, running])
  const onScroll = ({ target: { scrollHeight, scrollTop, clientHeight } }) => {
    isFollowing.current = scrollHeight - scrollTop - clientHeight < NEAR_THE_END
  }
  return { view, onScroll }
}

const EXAMPLES = [
  'My workload cobalt-heron-7f makes 120,000 requests a month with 850 input tokens and 210 output tokens each on gpt-4o. What does it cost a month and where would it cost less?',
  'Plan the migration of workload cobalt-heron-7f (120,000 requests a month, 850 input tokens and 210 output tokens each, on gpt-4o): 1. risks; 2. timeline with milestones; 3. executive summary with cost estimate.',
]

function Welcome({ workplace }) {
  const { attempt, isBusy, trouble } = useAttempt()
  const ask = (text) => attempt(() => workplace.ask(text, crypto.randomUUID()))
  const example = (text) =>
    html`<button class="example" disabled=${isBusy} onClick=${() => ask(text)}>${text}</button>`
  return html`<section class="welcome">
    <h3>What do your AI workloads cost?</h3>
    <p>Describe one, and ask. Netra’s agents work it out, and you can watch them. For example:</p>
    ${EXAMPLES.map(example)} ${trouble}
  </section>`
}
