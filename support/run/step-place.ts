import type { GherkinDocument, PickleStep } from '@cucumber/messages'

/** Where a step stands: `features/chat-agents.feature:14`. */
export function placeOf({ uri = '', feature }: GherkinDocument, { astNodeIds }: PickleStep): string {
  const children = feature?.children.flatMap((child) => [child, ...(child.rule?.children ?? [])]) ?? []
  const steps = children.flatMap(({ scenario, background }) => (scenario ?? background)?.steps ?? [])
  const step = steps.find(({ id }) => astNodeIds.includes(id))
  return step ? `${uri}:${step.location.line}` : uri
}
