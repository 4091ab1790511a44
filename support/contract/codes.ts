/** Close codes of a live connection (RFC 6455 section 7.4.1), as the contract uses them (section 4). */
export const CLOSE = {
  normal: 1000,
  /** Token expired, signed out, refused, or too many connections. */
  policyViolation: 1008,
  /** A frame was larger than a connection takes. */
  tooLarge: 1009,
} as const

/**
 * How a line ends where whoever keeps it says that it goes away, is exchanged or has too much to do. It says nothing
 * about what is promised as long as whoever comes again is let in. Without a word (1006) a platform ends no sound line.
 */
export const LOST: readonly number[] = [1001, 1012, 1013, 1014]

/** Codes of `error_message` on a live connection, and of errors of the backend (contract, sections 3 and 4). */
export const ERRORS = {
  /** Broken JSON, or no object. */
  format: 'FORMAT_ERROR',
  unknownType: 'UNKNOWN_TYPE',
  /** A field is missing. */
  invalid: 'INVALID_MESSAGE',
  /** A thread or run that is another's, or does not exist. */
  notFound: 'THREAD_NOT_FOUND',
  tooMany: 'RATE_LIMITED',
  authentication: 'AUTH_FAILED',
} as const

/** Other ways to deny what is not there for somebody than the contract's 404: they give nothing away. */
export const OTHER_DENIALS: readonly number[] = [401, 403, 405, 410]

/** What a live connection may say where nothing is found, besides the contract's own word. */
export const DENIAL_CODES: readonly string[] = ['FORBIDDEN', 'ACCESS_DENIED', 'UNAUTHORIZED', 'NOT_FOUND']
