import { AccountableError } from '#errors/accountable'

/** What a call has come to; undefined where the target did not answer. @throws every error that is the suite's own */
export async function attempted<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof AccountableError && error.blames !== 'suite') return undefined
    throw error
  }
}
