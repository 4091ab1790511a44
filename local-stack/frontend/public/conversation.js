import { RunStory } from './run-story.js'

/**
 * One conversation: what was asked, how it was worked on, what was answered.
 * @typedef {{ runId: string, question?: string, answer?: string, story?: RunStory }} Turn
 */
export class Conversation {
  title = 'New conversation'
  /** @type {Turn[]} */
  turns = []
  problem
  #isCatchingUp = false
  #lastSequence = 0

  /** @param {string} [id] none before the first question */
  constructor(id) {
    this.id = id
    this.isLoaded = id === undefined
  }

  /** The turn that agents are working on. */
  get running() {
    return this.turns.find(({ story }) => story?.state === 'running')
  }

  /** Whether something was asked from another device. */
  get lacksMessages() {
    return !this.#isCatchingUp && this.turns.some(({ question }) => question === undefined)
  }

  addMessages(messages) {
    for (const { id, role, content, run_id: runId } of messages) {
      this.#turnOf(runId ?? id)[role === 'user' ? 'question' : 'answer'] = content
    }
  }

  addQuestion(runId, question) {
    const turn = this.#turnOf(runId)
    turn.question = question
    turn.story ??= new RunStory()
  }

  /** Takes what the live line says, each event once and in order, and asks for what is missing. */
  hear(frame, line) {
    const { type, payload, sequence } = frame
    if (type === 'connection_established' || type === 'replay_complete') this.#isCatchingUp = false
    if (type === 'connection_established') this.catchUp(line)
    if (!this.isLoaded || !sequence || payload.thread_id !== this.id) return
    if (sequence > this.#lastSequence + 1) this.catchUp(line)
    if (sequence !== this.#lastSequence + 1) return
    this.#lastSequence = sequence
    const turn = this.#turnOf(payload.run_id)
    turn.story ??= new RunStory()
    turn.story.take(frame)
  }

  catchUp(line) {
    if (!this.id || !this.isLoaded || this.#isCatchingUp) return
    this.#isCatchingUp = line.send('resume', { thread_id: this.id, after: this.#lastSequence })
  }

  #turnOf(runId) {
    const known = this.turns.find((turn) => turn.runId === runId)
    if (!known) this.turns.push({ runId })
    return known ?? this.turns.at(-1)
  }
}
