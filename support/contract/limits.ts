/** How much the contract allows (sections 2 to 4). Bytes, characters and counts; `min` and `max` are allowed. */
export const LIMITS = {
  /** Of one message, in characters. */
  messageLength: { min: 1, max: 8_000 },
  /** Of one person, at the same time. */
  runsAtOnce: 5,
  /** Of one person. */
  messagesPerMinute: 60,
  /** Of one person, at the same time. */
  connections: 10,
  /** Of a request to the auth service. */
  bodyBytes: 50 * 1024,
  /** Of one frame on a live connection. */
  frameBytes: 64 * 1024,
  /** Of a list. */
  pageSize: { min: 1, max: 100 },
  /** Of a password, in characters; longer ones may be taken, too. */
  passwordLength: { min: 12, max: 128 },
  /** At one account within a minute; the next one is told to wait. */
  failedSignIns: 10,
} as const
