/** What stands where an id would, where none is known. */
const NOBODY = /^(nobody\b.*|null|undefined|none|nil|anonymous|unknown|n\/?a|\[object \w+\])?$/i

/** Whether two ids are one, in whatever notation: letter case, strokes, braces and `urn:uuid:` make no difference. */
export function isSameId(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

/** Whether somebody is named at all: no place that is empty, or says that nobody is known. */
export function namesSomebody(told: string): boolean {
  return !NOBODY.test(told.trim())
}

/** Whether somebody is named by an id that is not hers. */
export function isAnothersId(told: string, own: string): boolean {
  return namesSomebody(told) && !isSameId(told, own)
}

function plain(id: string): string {
  return id.toLowerCase().replace(/^urn:uuid:|[-{}\s]/g, '')
}
