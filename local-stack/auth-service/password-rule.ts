import { CONTRACT_LIMITS } from '#kit/contract-limits'

/** Why this password may not be used for this address; undefined when it may. */
export type PasswordRule = (password: string, email: string) => string | undefined

const { passwordLength } = CONTRACT_LIMITS

export const findPasswordFault: PasswordRule = (password, email) => {
  if ([...password].length < passwordLength.min)
    return `password must have at least ${passwordLength.min} characters`
  if (password.toLowerCase() === email.toLowerCase()) return 'password must differ from the address'
  return undefined
}
