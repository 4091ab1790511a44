declare const brand: unique symbol

/** An id that cannot be taken for an id of something else. */
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Of a person: the subject of her tokens. */
export type UserId = Branded<'UserId'>
/** Of a thread. */
export type ThreadId = Branded<'ThreadId'>
/** Of a run, which works on one message. */
export type RunId = Branded<'RunId'>
/** Of a request; the platform echoes it. */
export type RequestId = Branded<'RequestId'>
/** Of a live connection, as the platform names it in its welcome. */
export type ConnectionId = Branded<'ConnectionId'>
