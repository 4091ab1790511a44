import type { AgentEvent } from './frames.ts'
import { isTerminal } from './observed-run.ts'

/** What is wrong with all that was told of a run from its start, where no word is wrong by itself; each in words. */
export function faultsOfWholeRun(events: readonly AgentEvent[]): string[] {
  return [repeatedThought(events), progressInShares(events)].filter((fault) => fault !== undefined)
}

/** Agents that think several times do not always think the same. */
function repeatedThought(events: readonly AgentEvent[]): string | undefined {
  const thoughts = events.flatMap(({ type, payload }) =>
    type === 'agent_thinking' ? [payload.reasoning] : [],
  )
  const isOver = events.some(isTerminal)
  const isOneOnly = thoughts.length > 1 && new Set(thoughts).size === 1
  return isOver && isOneOnly ? `all ${thoughts.length} thoughts are "${thoughts[0]}"` : undefined
}

/** Work that was done in several parts has come further than one of a hundred. */
function progressInShares(events: readonly AgentEvent[]): string | undefined {
  const told = events.flatMap(({ type, payload }) =>
    type === 'progress_update' ? [payload.progress_percentage] : [],
  )
  const isDone = events.some((event) => isTerminal(event) && event.type === 'agent_completed')
  const [last = 0] = told.slice(-1)
  const isShare = isDone && last > 0 && last <= 1 && told.some((share) => share > 0 && share < 1)
  return isShare ? `all its progress is ${told.join(', ')}, of 100` : undefined
}
