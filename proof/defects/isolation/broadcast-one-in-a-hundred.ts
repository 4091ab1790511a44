import { hearing, isEven } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'One word in a hundred goes to somebody else as well',
  reference: 'CWE-488; seen in fan-outs under load',
  reddens: [{ check: 'ISO-3.every-line-tells-its-owners', because: /words that are not hers/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () => {
    let told = 0
    return hearing((frame, _line, others) => {
      if ('sequence' in frame && (told += 1) % 100 === 0) {
        const [wrong] = others.filter(isEven)
        wrong?.tell(JSON.stringify(frame))
      }
      return [frame]
    })
  },
}
