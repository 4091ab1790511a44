import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import type { Line } from '@netra/local-stack/backend/live/fan-out'
import { liveToken } from '@netra/local-stack/backend/live/token-source'
import type { Damage } from '../defect.ts'

/** Tells the lines of browsers, which cannot set a header, only some of the events. @param isTold by type */
export function inBrowsers(isTold: (type: string) => boolean): Damage {
  // Lines are joined in the order in which their tokens were looked for.
  let isBrowser = false
  return {
    backend: {
      liveTokenSource: () => (headers) => {
        isBrowser = headers.authorization === undefined
        return liveToken(headers)
      },
      fanOut: (_kit, standard) => ({
        ...standard,
        join: (line) => {
          if (isBrowser) muffle(line, isTold)
          return standard.join(line)
        },
      }),
    },
  }
}

function muffle(line: Line, isTold: (type: string) => boolean): void {
  const send = line.send.bind(line)
  line.send = (frame) => {
    if (!('sequence' in frame) || isTold((frame as AgentEvent).type)) send(frame)
  }
}
