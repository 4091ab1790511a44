/** As `Promise.all`, but when one of them fails, nothing of the others is left under way. @throws what failed first in the list */
export async function allOf<All extends readonly unknown[] | []>(
  promises: All,
): Promise<{ -readonly [Place in keyof All]: Awaited<All[Place]> }> {
  const results = await Promise.allSettled(promises)
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never
}
