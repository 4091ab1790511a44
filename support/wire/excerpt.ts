/** Anything that looks like a JSON Web Token, signed or encrypted, whole or cut off. */
export const TOKEN = /eyJ[\w-]+(\.[\w-]*){0,4}/g
const SECRET_FIELD = /("(?:access_token|refresh_token|id_token|token|password)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g

/** The beginning of a text, on one line, for people to read. It gives no secret away. */
export function excerpt(text: string, longest: number): string {
  const told = text.replace(SECRET_FIELD, '$1"…"').replace(TOKEN, '[a token]').replace(/\s+/g, ' ')
  return told.length > longest ? `${told.slice(0, longest)}…` : told
}
