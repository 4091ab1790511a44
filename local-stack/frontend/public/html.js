import { h } from 'preact'
import htm from 'htm'

/** Markup as a tagged template: whatever is put in is text, never HTML. */
export const html = htm.bind(h)
