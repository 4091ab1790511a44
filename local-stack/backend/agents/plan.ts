import { z } from 'zod'

const Part = z.object({
  title: z.string().min(1),
  agent: z.enum(['data', 'optimisation', 'reporting']),
  feasible: z.boolean(),
  reason: z.string().optional(),
})
const Plan = z.object({ parts: z.array(Part).min(1).max(20) })

/** Who works on which part of a request. */
export type Plan = z.output<typeof Plan>
export type Part = z.output<typeof Part>

/** Reads the triage agent's answer, fenced or not; undefined when it is no plan. */
export function readPlan(text: string): Plan | undefined {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  try {
    return Plan.safeParse(JSON.parse(text.slice(from, to + 1))).data
  } catch {
    return undefined
  }
}
