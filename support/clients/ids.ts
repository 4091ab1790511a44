declare const brand: unique symbol

/** An id that cannot be taken for an id of something else. */
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Branded<'UserId'>
export type ThreadId = Branded<'ThreadId'>
export type RunId = Branded<'RunId'>
export type RequestId = Branded<'RequestId'>
export type ConnectionId = Branded<'ConnectionId'>
