import type { GherkinDocument, PickleStep, Step } from '@cucumber/messages'

/** Where a step stands: `features/chat-agents.feature:14`. */
export function placeOf(document: GherkinDocument, step: PickleStep): string {
  const { uri = '' } = document
  const written = writtenStep(document, step)
  return written ? `${uri}:${written.location.line}` : uri
}

/** A step as it is written, with the word that it begins with. */
export function wordsOf(document: GherkinDocument, step: PickleStep): string {
  return `${writtenStep(document, step)?.keyword ?? ''}${step.text}`
}

function writtenStep({ feature }: GherkinDocument, { astNodeIds }: PickleStep): Step | undefined {
  const children = feature?.children.flatMap((child) => [child, ...(child.rule?.children ?? [])]) ?? []
  const steps = children.flatMap(({ scenario, background }) => (scenario ?? background)?.steps ?? [])
  return steps.find(({ id }) => astNodeIds.includes(id))
}
