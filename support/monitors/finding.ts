/** Something that a monitor noticed. */
export interface Finding {
  /** One line: what, where, who. */
  readonly text: string
}

/** Where in the evidence a text came from. */
export type Origin =
  | { readonly kind: 'exchange'; readonly number: number }
  | { readonly kind: 'frame' | 'close'; readonly connection: number; readonly at: number }

/** `exchange 3`, `a frame on line 2 at +41 ms`: where to look in the evidence. */
export function locate(source: Origin): string {
  if (source.kind === 'exchange') return `exchange ${source.number}`
  const what = source.kind === 'frame' ? 'a frame on' : 'the end of'
  return `${what} line ${source.connection} at +${Math.round(source.at)} ms`
}
