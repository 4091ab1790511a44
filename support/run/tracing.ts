import { createRequire } from 'node:module'
import type { Pickle } from '@cucumber/messages'
import { readEnvironment } from '#target/environment'
import type { RunContext } from '#target/run-context'
import type { Scenario } from '#world/scenario'
import type * as Module from './scenario-spans.ts'

const opened = new WeakMap<Scenario, Module.ScenarioSpans>()
const load = createRequire(__filename)

/**
 * From now on, all that a scenario does is recorded as spans of one trace, where somebody collects them:
 * `OTEL_EXPORTER_OTLP_ENDPOINT` says where. What records them is loaded only then.
 */
export function recordTrace(scenario: Scenario, run: RunContext, { name, uri }: Pickle): void {
  if (collector() === undefined) return
  const { ScenarioSpans } = load('./scenario-spans.ts') as typeof Module
  const { id, wire } = scenario
  const spans = new ScenarioSpans(name, { 'netra.scenario': id, 'netra.run': run.id, 'code.file.path': uri })
  opened.set(scenario, spans)
  wire.traceId = spans.traceId
  wire.watch(spans)
}

/** @returns what records the scenario's steps, if anything does */
export function spansOf(scenario: Scenario): Pick<Module.ScenarioSpans, 'beginStep' | 'endStep'> | undefined {
  return opened.get(scenario)
}

/** Sends what was recorded; that it could not be is told where the run's figures are. */
export async function sendTrace(scenario: Scenario): Promise<void> {
  const [spans, url] = [opened.get(scenario), collector()]
  if (!spans || url === undefined) return
  const red = scenario.checks.results.filter(({ status }) => status === 'failed').map(({ id }) => id)
  const fault = await spans.send(url, red)
  if (fault !== undefined)
    scenario.notes.push(`its trace could not be sent to OTEL_EXPORTER_OTLP_ENDPOINT: ${fault}`)
}

function collector(): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = readEnvironment()
  return endpoint ? `${endpoint.replace(/\/+$/, '')}/v1/traces` : undefined
}
