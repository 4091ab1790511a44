/** Why this password may not be used for this address; undefined when it may. */
export type PasswordRule = (password: string, email: string) => string | undefined

const SHORTEST = 12

export const findPasswordFault: PasswordRule = (password, email) => {
  if (password.length < SHORTEST) return `password must have at least ${SHORTEST} characters`
  if (password.toLowerCase() === email.toLowerCase()) return 'password must differ from the address'
  return undefined
}
