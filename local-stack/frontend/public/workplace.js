import { sentenceFor } from './api.js'
import { Conversation } from './conversation.js'
import { titleFrom } from './format.js'
import { LiveLine } from './live-line.js'

const PAGE = 100

/** Everything that somebody who is signed in sees and does. */
export class Workplace {
  conversation = new Conversation()
  /** The conversations that are listed: the newest, or those that match a search. */
  list = { threads: [], total: 0, query: '', isLoaded: false, problem: undefined }
  person
  #config
  #session
  #changed
  #ending = new AbortController()

  constructor({ config, session, changed }) {
    this.#config = config
    this.#session = session
    this.#changed = changed
    const onFrame = (frame) => this.#hear(frame)
    this.line = new LiveLine({ url: config.websocketUrl, session, onFrame, onLoss: changed })
  }

  start() {
    const { signal } = this.#ending
    addEventListener('hashchange', () => this.#openAddressed(), { signal })
    addEventListener('online', () => this.line.connect(), { signal })
    this.#session.addEventListener('change', () => this.#reauthenticate(), { signal })
    this.line.connect()
    this.search('')
    this.#openAddressed()
    this.#call('/api/v1/user/profile').then((person) => this.#show({ person }), ignore)
  }

  stop() {
    this.#ending.abort()
    this.line.close()
  }

  signOut = () => this.#session.signOut()

  async search(query) {
    this.list.query = query
    const parameters = new URLSearchParams({ limit: PAGE, ...(query && { q: query }) })
    const outcome = await this.#call(`/api/threads?${parameters}`).then(
      (found) => ({ ...found, problem: undefined }),
      (error) => ({ problem: sentenceFor(error) }),
    )
    // The answer to an earlier search may come later.
    if (query === this.list.query) this.#show({ list: { ...this.list, ...outcome, isLoaded: true } })
  }

  /** @param key the same for every attempt to ask the same, so that it is asked once */
  async ask(content, key) {
    const { conversation } = this
    if (!conversation.id) await this.#begin(conversation, titleFrom(content))
    const body = { content, client_message_id: key }
    const path = `/api/threads/${conversation.id}/messages`
    const { run_id: runId } = await this.#call(path, { method: 'POST', body })
    conversation.addQuestion(runId, content)
    this.#changed()
  }

  stopRun(runId) {
    return this.#call(`/api/runs/${runId}/cancel`, { method: 'POST' })
  }

  async rename(title) {
    const { conversation } = this
    await this.#call(`/api/threads/${conversation.id}`, { method: 'PUT', body: { title } })
    conversation.title = title
    await this.search(this.list.query)
  }

  async remove() {
    await this.#call(`/api/threads/${this.conversation.id}`, { method: 'DELETE' })
    location.hash = '#/'
    await this.search(this.list.query)
  }

  async #begin(conversation, title) {
    const { id } = await this.#call('/api/threads', { method: 'POST', body: { title } })
    Object.assign(conversation, { id, title })
    history.pushState(null, '', `#/${id}`)
    this.search(this.list.query)
  }

  #openAddressed() {
    const [, id] = /^#\/([\w-]+)$/.exec(location.hash) ?? []
    if (this.conversation.id === id) return
    this.#show({ conversation: new Conversation(id) })
    if (id) this.#load(this.conversation)
  }

  async #load(conversation) {
    try {
      const { title } = await this.#call(`/api/threads/${conversation.id}`)
      conversation.title = title
      await this.#loadMessages(conversation)
      Object.assign(conversation, { isLoaded: true, problem: undefined })
      if (conversation === this.conversation) conversation.catchUp(this.line)
    } catch (error) {
      conversation.problem = sentenceFor(error)
    }
    this.#changed()
  }

  #loadMessages(conversation) {
    conversation.loading ??= this.#fetchMessages(conversation).finally(() => delete conversation.loading)
    return conversation.loading
  }

  async #fetchMessages(conversation) {
    for (let known = 0, total = 1; known < total; known += PAGE) {
      const path = `/api/threads/${conversation.id}/messages?limit=${PAGE}&offset=${known}`
      const page = await this.#call(path)
      conversation.addMessages(page.messages)
      total = page.total
    }
    this.#changed()
  }

  #hear(frame) {
    const { conversation, list } = this
    conversation.hear(frame, this.line)
    if (conversation.lacksMessages) this.#loadMessages(conversation).catch(ignore)
    if (frame.type === 'connection_established' && conversation.problem) this.#load(conversation)
    if (frame.type === 'connection_established' && list.problem) this.search(list.query)
    this.#changed()
  }

  async #reauthenticate() {
    if (this.#session.isOpen) this.line.send('reauthenticate', { token: await this.#session.token() })
  }

  #call(path, options) {
    return this.#session.call(this.#config.backendUrl + path, options)
  }

  #show(news) {
    Object.assign(this, news)
    this.#changed()
  }
}

function ignore() {}
