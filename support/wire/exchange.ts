import type { ReceivedFrame } from '#contract/frames'
import type { Service } from '#contract/services'

/** One request and what came of it. Texts are as they were on the wire. */
export interface Exchange {
  /** 1, 2, 3 … within the scenario. */
  readonly number: number
  /** Who asked. */
  readonly person: string
  readonly service: Service
  /** Name of the contract's route, if it is one. */
  readonly route?: string | undefined
  readonly request: SentRequest
  readonly response?: ReceivedResponse | undefined
  /** Why there is no response. */
  readonly failure?: { readonly code: string; readonly message: string } | undefined
  /** The target is in trouble: whether the call was made again, or given up; whether it has had enough of us. */
  readonly trouble?:
    { readonly text: string; readonly isRepeated: boolean; readonly isTooMany?: boolean } | undefined
  /** Milliseconds since the scenario began. */
  readonly at: number
  readonly elapsedMs: number
}

/** A request as it was sent; `url` is absolute. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** A response as it was received; names of headers are in small letters. */
export interface ReceivedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A live connection that is being opened, and with which token. */
export interface OpenedLine {
  readonly connection: number
  readonly person: string
  readonly token: string
}

/** One message on a live connection. */
export interface WireFrame {
  /** Which connection: 1, 2, 3 … within the scenario. */
  readonly connection: number
  readonly person: string
  readonly direction: 'sent' | 'received'
  readonly text: string
  /** What was received, read; it is read once for all who watch. */
  readonly parsed?: ReceivedFrame
  /** Milliseconds since the scenario began. */
  readonly at: number
}

/** How a live connection ended. */
export interface ConnectionEnd {
  readonly connection: number
  readonly person: string
  readonly code: number
  readonly reason: string
  /** Whether the suite itself hung up. */
  readonly ours: boolean
  /** Nobody has listened to it any more for some time. */
  readonly isUnheard?: true
  /** Somebody in between has ended it, and it was opened again at once: as which connection. */
  readonly regainedAs?: number
  readonly at: number
}
