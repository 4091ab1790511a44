import type { Defect } from '#proof/defect'
import { hearing, type ReadFrame } from '#damage/wire'

export const defect: Defect = {
  wrong: 'All of a story comes at once at its end',
  reference: 'Seed laboratory: all events in one burst at the end',
  reddens: [{ check: 'LIVE-1.told-as-it-happens', because: /still running when none/ }],
  spares: ['AUTH-4'],
  wire: () => {
    const held = new Map<unknown, ReadFrame[]>()
    return hearing((frame, line) => {
      if (frame.sequence === undefined) return [frame]
      const { run_id: run, agent_name: agent } = frame.payload
      const key = `${line.number} ${String(run)}`
      const before = held.get(key)
      held.set(key, before ?? [])
      // The first word comes in time.
      if (before === undefined) return [frame]
      const story = [...before, frame]
      held.set(key, story)
      const isOver = agent === 'supervisor' && ['agent_completed', 'agent_error'].includes(frame.type)
      return isOver ? story : []
    })
  },
}
