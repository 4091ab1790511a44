/** Anything that looks like a JSON Web Token, signed or encrypted, whole or cut off. */
export const TOKEN = /eyJ[\w-]+(\.[\w-]*){0,4}/g
const SECRET_FIELD = /("(?:access_token|refresh_token|id_token|token|password)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g

const SECRET_PARAMETER = /([?#&](?:access_token|refresh_token|id_token|token|code|password)=)[^&\s"]+/g

/** The same text, without anything that would let its reader in somewhere. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET_FIELD, '$1"…"').replace(SECRET_PARAMETER, '$1…').replace(TOKEN, '[a token]')
}

/** The beginning of a text, on one line, for people to read. It gives no secret away. */
export function excerpt(text: string, longest: number): string {
  const told = withoutSecrets(text).replace(/\s+/g, ' ')
  return told.length > longest ? `${told.slice(0, longest)}…` : told
}
