/**
 * Where it is written that a check must hold, besides the clauses of the contract.
 *
 * - `scenario AUTH-1`, `every scenario`: only the features ask for it
 * - `RFC 7519 §4.1.4`, `OIDC Core §5.7`: a section of a standard
 * - `ASVS 9.2.1`: a requirement of OWASP's Application Security Verification Standard 5.0
 */
export type Source =
  | `scenario ${'AUTH' | 'CHAT' | 'LIVE' | 'ISO'}-${number}`
  | 'every scenario'
  | `RFC ${number} §${number}${string}`
  | `OIDC Core §${number}${string}`
  | `ASVS ${number}.${number}.${number}`
