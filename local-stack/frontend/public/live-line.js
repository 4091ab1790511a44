const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
const CONNECTING_MS = 10_000

/** The live line to the backend: it comes back by itself for as long as somebody is signed in. */
export class LiveLine {
  isOpen = false
  #needs
  #socket
  #timer
  #failures = 0
  #isOver = false
  #patience = CONNECTING_MS

  /** @param {{ url, session, onFrame: (frame) => void, onLoss: () => void }} needs */
  constructor(needs) {
    this.#needs = needs
  }

  async connect() {
    if (this.#isOver || this.#socket) return
    clearTimeout(this.#timer)
    const token = await this.#needs.session.token().catch(() => undefined)
    if (this.#isOver || this.#socket) return
    if (!token) return this.#retry()
    const socket = new WebSocket(this.#needs.url, ['jwt-auth', `jwt.${base64url(token)}`])
    this.#socket = socket
    this.#expectSign()
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data))
    socket.onclose = ({ code }) => this.#lose(socket, code)
  }

  /** @returns {boolean} whether the frame is on its way */
  send(type, payload) {
    if (this.isOpen) this.#socket.send(JSON.stringify({ type, payload }))
    return this.isOpen
  }

  close() {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#socket?.close()
  }

  #take(frame) {
    if (frame.type === 'connection_established') {
      this.isOpen = true
      this.#failures = 0
      this.#patience = 2_000 * frame.payload.heartbeat_interval_seconds + 2_000
    }
    this.#expectSign()
    this.#needs.onFrame(frame)
  }

  /** A line that says nothing for so long is dead, even if nobody has closed it. */
  #expectSign() {
    const socket = this.#socket
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lose(socket), this.#patience)
  }

  async #lose(socket, code) {
    if (this.#socket !== socket) return
    const wasRefused = code === 1008 || (code && !this.isOpen)
    this.#socket = undefined
    this.isOpen = false
    socket.close()
    if (this.#isOver) return
    this.#needs.onLoss()
    // The door does not tell a browser why it stays shut: perhaps the token is no longer good.
    if (wasRefused) await this.#needs.session.confirm().catch(() => undefined)
    this.#retry()
  }

  #retry() {
    if (this.#isOver) return
    clearTimeout(this.#timer)
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures)
    this.#failures += 1
    this.#timer = setTimeout(() => this.connect(), wait)
  }
}

function base64url(text) {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
