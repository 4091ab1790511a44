/** By which ways somebody may be signed in on a target; what a file of `targets/` may name. */
export const SIGN_IN_METHODS = ['oauth-simulation', 'staging-jwt', 'password'] as const
/** One way to be signed in that a target may have. */
export type TargetSignIn = (typeof SIGN_IN_METHODS)[number]
