import { overheard } from '#damage/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'When many are connected, words go astray now and then',
  reference: 'CWE-488; CWE-567',
  reddens: [{ check: 'ISO-5.nobody-sees-anothers', because: /was shown/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        let told = 0
        return overheard(standard, (frame, others, owner, present) => {
          owner(frame)
          if (present >= MANY && (told += 1) % 50 === 0) others(frame)
        })
      },
    },
  }),
}

const MANY = 6
