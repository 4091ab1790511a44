import { RunAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import { findValueFaults } from '#contract/event-values'
import { parseJson } from '#contract/json'
import { isSupervisor, isTerminal } from '#contract/observed-run'
import { ROUTES } from '#contract/routes'
import { findRecordFaults } from '#contract/run-record'
import { faultsOfResult } from '#contract/tool-results'
import type { Finding } from './finding.ts'
import type { Received } from './history.ts'
import type { RecordedRun } from './run-order-watch.ts'

/** What agents said that cannot be, or said nothing, on any connection. */
export function findOddWords(runs: readonly RecordedRun[]): Finding[] {
  return runs.flatMap((run) =>
    findValueFaults(run).map((fault) => ({
      text: `on ${run.person}'s line ${run.connection}, run ${run.runId}: ${fault}`,
    })),
  )
}

/** What tools have computed otherwise than their own figures and the price catalogue give. */
export function findWrongResults(runs: readonly RecordedRun[]): Finding[] {
  return distinct(
    runs.flatMap(({ person, runId, events }) => {
      const begun = new Map(
        events.flatMap(({ type, payload }) =>
          type === 'tool_executing' ? [[payload.tool_call_id, payload.parameters] as const] : [],
        ),
      )
      return events.flatMap(({ type, payload }) => {
        if (type !== 'tool_completed' || payload.status !== 'success') return []
        const { tool_call_id: call, tool_name: tool, result } = payload
        if (!begun.has(call)) return []
        const faults = faultsOfResult(tool, begun.get(call), result)
        return faults.map((fault) => `in ${person}'s run ${runId}, ${tool} gives ${fault}`)
      })
    }),
  )
}

/** Records of runs that do not fit what was told of them. */
export function findOddRecords(runs: readonly RecordedRun[], received: readonly Received[]): Finding[] {
  const whole = runs.filter(isWhole)
  return distinct(
    received.flatMap(({ person, route, part, text }) => {
      if (route !== ROUTES.run.name || part !== 'body') return []
      const record = readWell(RunAnswer, parseJson(text)).data
      if (!record) return []
      const told = whole.find(({ runId }) => runId === record.run_id)
      return findRecordFaults(record, told).map((fault) => `${person}'s run ${record.run_id}: ${fault}`)
    }),
  )
}

/** Whether a run was heard from its first word to its last, or replayed so. */
function isWhole({ events, fromTheStart }: RecordedRun): boolean {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last || !isTerminal(last)) return false
  const isUnbroken = last.sequence - first.sequence + 1 === events.length
  const isBegun = first.type === 'agent_started' && isSupervisor(first.payload.agent_name)
  return fromTheStart || (isBegun && isUnbroken)
}

/** What was seen in several places is told once. */
function distinct(texts: readonly string[]): Finding[] {
  return [...new Set(texts)].map((text) => ({ text }))
}
