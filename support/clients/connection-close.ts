/** How a live connection ended. */
export interface ConnectionClose {
  readonly code: number
  readonly reason: string
  /** When, on the process's clock (milliseconds), whoever asks for it and whenever. */
  readonly at: number
  /** Whether somebody in between ends lines so, and it was not opened anew for whatever reason. */
  readonly mayBeLost?: boolean
}
