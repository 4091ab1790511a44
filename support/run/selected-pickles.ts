import { loadSources, type IPlannedPickle } from '@cucumber/cucumber/api'

/** What a run is narrowed down to, besides its paths. */
interface Filter {
  readonly names?: readonly string[]
  readonly tags?: readonly string[]
}

/** What Cucumber itself would run of these paths, in its order; nothing where a feature cannot be parsed. */
export async function planOf(
  paths: readonly string[],
  { names = [], tags = [] }: Filter = {},
): Promise<readonly IPlannedPickle[] | undefined> {
  const tagExpression = tags.map((tag) => `(${tag})`).join(' and ')
  const filter = { names: [...names], tagExpression, order: 'defined' as const, defaultDialect: 'en' }
  const { plan, errors } = await loadSources({ paths: [...paths], ...filter })
  return errors.length > 0 ? undefined : plan
}
