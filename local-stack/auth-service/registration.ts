import { z } from 'zod'
import { describeIssue } from '#kit/faults'
import { Refusal } from '#kit/refusal'
import type { PasswordRule } from './password-rule.ts'

/** An address and a name, as every way of becoming a member takes them. */
export const PersonDetails = z.object({
  email: z.email().max(254),
  name: z.string().min(1).max(200).optional(),
})

const Registration = PersonDetails.extend({ password: z.string().max(200) })
export type Registration = z.output<typeof Registration>

/** Reads what somebody registers with. @throws {Refusal} 422 with a reason */
export type RegistrationReader = (body: unknown) => Promise<Registration> | Registration

export function createRegistrationReader(passwordRule: PasswordRule): RegistrationReader {
  return (body) => {
    const { data: registration, error } = Registration.safeParse(body)
    if (error) throw new Refusal(422, 'VALIDATION_ERROR', describeIssue(error))
    const fault = passwordRule(registration.password, registration.email)
    if (fault) throw new Refusal(422, 'VALIDATION_ERROR', fault)
    return registration
  }
}
