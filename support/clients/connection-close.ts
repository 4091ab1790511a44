/** How a live connection ended. */
export interface ConnectionClose {
  readonly code: number
  readonly reason: string
  /** When, on the process's clock (milliseconds), whoever asks for it and whenever. */
  readonly at: number
}
