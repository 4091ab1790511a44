/** Anything that looks like a JSON Web Token, signed or encrypted, whole or cut off. */
export const TOKEN = /eyJ[\w-]+(\.[\w-]*){0,4}/g
const SECRET_FIELD = /("(?:access_token|refresh_token|id_token|token|password)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g

const SECRET_PARAMETER = /([?#&](?:access_token|refresh_token|id_token|token|code|password)=)[^&\s"]+/g

const CONTROL = /(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu

/** The same text, without anything that steers a terminal, or that XML has no place for. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(CONTROL, '\ufffd')
}

/** The same text for readers, without anything that would let them in somewhere or steers what they read it with. */
export function withoutSecrets(text: string): string {
  return withoutControls(text)
    .replace(SECRET_FIELD, '$1"…"')
    .replace(SECRET_PARAMETER, '$1…')
    .replace(TOKEN, '[a token]')
}

/** The beginning of a text, on one line, for people to read. It gives no secret away. */
export function excerpt(text: string, longest: number): string {
  const told = withoutSecrets(text.replace(/\s+/g, ' '))
  return told.length > longest ? `${told.slice(0, longest)}…` : told
}

const BODY_OF_SUCCESS = /\b(2\d\d) \{"[^;]*/g

/** What was seen, without the bodies of answers that came as if all were well: that they came is what is told. */
export function withoutBodies(text: string): string {
  return text.replace(BODY_OF_SUCCESS, '$1')
}
