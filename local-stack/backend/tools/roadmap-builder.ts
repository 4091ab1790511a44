import { z } from 'zod'
import { defineTool } from './tool.ts'

const Step = z.object({ title: z.string(), weeks: z.number().int().min(1).max(52) })

/** Lays steps out one after another. */
export const roadmapBuilder = defineTool({
  name: 'roadmap_builder',
  description: 'A timeline of steps that follow one another, in weeks, with a milestone at the end of each',
  parameters: z.object({ steps: z.array(Step).min(1).max(20) }),
  run: ({ steps }) => {
    let week = 0
    const milestones = steps.map(({ title, weeks }) => {
      const from = week + 1
      week += weeks
      return { title, from_week: from, to_week: week, weeks }
    })
    return { milestones, total_weeks: week }
  },
})
