import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Member } from '../identity.ts'
import type { Line } from './fan-out.ts'

export interface ConnectionSettings {
  readonly heartbeatSeconds: number
  readonly maxMessageBytes: number
  readonly now: () => Date
}

// setTimeout takes no longer delay than this; nobody stays connected for 24 days.
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** One device's open line: it greets, keeps itself alive, and ends with the session it lives by. */
export class LiveConnection implements Line {
  readonly id = `conn_${randomUUID()}`
  readonly userId: string
  readonly #socket: WebSocket
  readonly #settings: ConnectionSettings
  readonly #heartbeat: NodeJS.Timeout
  #expiry: NodeJS.Timeout
  #member: Member

  constructor(socket: WebSocket, member: Member, settings: ConnectionSettings) {
    this.#socket = socket
    this.#member = member
    this.#settings = settings
    this.userId = member.userId
    const beat = (): void => this.send({ type: 'heartbeat', payload: { connection_id: this.id } })
    this.#heartbeat = setInterval(beat, settings.heartbeatSeconds * 1000)
    this.#expiry = this.#endAt(member.expiresAt)
    socket.once('close', () => this.#rest())
  }

  get tokenId(): string {
    return this.#member.tokenId
  }

  greet(): void {
    const { heartbeatSeconds, maxMessageBytes, now } = this.#settings
    this.send({
      type: 'connection_established',
      payload: {
        connection_id: this.id,
        user_id: this.userId,
        server_time: now().toISOString(),
        heartbeat_interval_seconds: heartbeatSeconds,
        max_message_bytes: maxMessageBytes,
      },
    })
  }

  send(frame: object): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#heartbeat.refresh()
    this.#socket.send(JSON.stringify({ timestamp: this.#settings.now().toISOString(), ...frame }))
  }

  close(code: number, reason: string): void {
    this.#rest()
    this.#socket.close(code, reason)
  }

  /** The line goes on under a renewed token of the same person. */
  renew(member: Member): void {
    clearTimeout(this.#expiry)
    this.#member = member
    this.#expiry = this.#endAt(member.expiresAt)
    this.send({ type: 'reauthenticated', payload: { expires_at: member.expiresAt.toISOString() } })
  }

  #endAt(moment: Date): NodeJS.Timeout {
    const left = moment.getTime() - this.#settings.now().getTime()
    const delay = Math.min(Math.max(0, left), LONGEST_TIMER_MS)
    return setTimeout(() => this.close(1008, 'session expired'), delay)
  }

  #rest(): void {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#expiry)
  }
}
