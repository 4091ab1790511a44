import { useState } from 'preact/hooks'
import { sentenceFor } from './api.js'
import { html } from './html.js'

/** Something that a person tries: whether it is under way, and what went wrong, where they tried it. */
export function useAttempt(knownProblems) {
  const [{ isBusy, problem }, show] = useState({})
  const attempt = async (work) => {
    show({ isBusy: true })
    show({
      problem: await work().then(
        () => undefined,
        (error) => sentenceFor(error, knownProblems),
      ),
    })
  }
  return { attempt, isBusy, trouble: problem && html`<p class="trouble" role="alert">${problem}</p>` }
}
