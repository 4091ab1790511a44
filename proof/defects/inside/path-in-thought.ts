import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Now and then an agent thinks aloud where its instructions lie',
  reference: 'OWASP LLM07:2025 system prompt leakage; CWE-497',
  reddens: [
    { check: 'ALWAYS.no-inside-shows', because: /a path of the inside, "\/app\/prompts/, inside: 'CHAT-2' },
  ],
  spares: ['AUTH-4'],
  wire: () => {
    let thoughts = 0
    return hearing((frame) => {
      if (frame.type !== 'agent_thinking') return [frame]
      thoughts += 1
      const reasoning = `${String(frame.payload['reasoning'])} (see /app/prompts/data.md)`
      return [thoughts % 3 === 0 ? { ...frame, payload: { ...frame.payload, reasoning } } : frame]
    })
  },
}
