/** How much the contract allows: in bytes, characters and counts. Its test holds it against the contract. */
export const CONTRACT_LIMITS = {
  messageLength: { min: 1, max: 8_000 },
  runsAtOnce: 5,
  messagesPerMinute: 60,
  connections: 10,
  bodyBytes: 50 * 1024,
  frameBytes: 64 * 1024,
  pageSize: { min: 1, max: 100 },
  passwordLength: { min: 12, max: 128 },
  failedSignIns: 10,
} as const
