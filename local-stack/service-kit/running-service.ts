/** A service that answers at `url` until it is stopped. */
export interface RunningService {
  readonly url: string
  stop(): Promise<void>
}
