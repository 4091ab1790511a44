import { AnswerText } from './answer-text.js'
import { Facts } from './facts.js'
import { count, duration, label } from './format.js'
import { html } from './html.js'

const STATES = { running: 'at work', completed: 'done', success: 'done', failed: 'not done', error: 'failed' }

/** How the agents work on a question: open while they do, folded away afterwards. */
export function RunTimeline({ story }) {
  const isRunning = story.state === 'running'
  return html`<details class="run" open=${isRunning}>
    <summary>${isRunning ? 'Agents at work' : summaryOf(story)}</summary>
    <div role="log" aria-label="What the agents do" aria-live=${isRunning ? 'polite' : 'off'}>
      <ol class="timeline">
        ${story.parts.map((part) => (part.agent ? html`<${Part} ...${part} />` : html`<li>${part.milestone}</li>`))}
      </ol>
    </div>
  </details>`
}

function summaryOf({ parts, startedAt, endedAt }) {
  const calls = parts.flatMap(({ steps = [] }) => steps).filter(({ tool }) => tool)
  const agents = new Set(parts.flatMap(({ agent = [] }) => agent))
  const made = calls.length > 0 ? [count(calls.length, 'tool call')] : []
  return [count(agents.size, 'agent'), ...made, duration(endedAt - startedAt)].join(', ')
}

function Part({ agent, state, steps, result }) {
  return html`<li data-state=${state}>
    <strong>${label(agent)}</strong> <small>${STATES[state]}</small>
    ${steps.map((step) => (step.tool ? html`<${ToolCall} ...${step} />` : html`<p>${step.thought}</p>`))}
    ${result && html`<${Finding} result=${result} />`}
  </li>`
}

function ToolCall({ tool, state, parameters, result, milliseconds }) {
  const isOver = state !== 'running'
  return html`<details data-state=${state}>
    <summary>
      Tool: ${label(tool)} <small>${STATES[state]}${isOver && `, ${duration(milliseconds)}`}</small>
    </summary>
    <h3 class="part">Parameters</h3>
    <${Facts} value=${parameters} />
    ${
      isOver &&
      html`<h3 class="part">Result</h3>
        <${Facts} value=${result} />`
    }
  </details>`
}

function Finding({ result }) {
  const data = readJson(result)
  return html`<details>
    <summary>${data ? 'Plan' : 'Finding'}</summary>
    ${data ? html`<${Facts} value=${data} />` : html`<${AnswerText} text=${result} />`}
  </details>`
}

/** An agent may answer with data rather than with words. */
function readJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
