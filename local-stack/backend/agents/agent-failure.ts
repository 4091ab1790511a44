/** An agent could not do its work; the message is for the person who asked. */
export class AgentFailure extends Error {
  readonly code: 'MODEL_UNAVAILABLE' | 'MODEL_MALFORMED' | 'MODEL_SILENT'

  constructor(code: AgentFailure['code'], message: string) {
    super(message)
    this.code = code
  }
}
