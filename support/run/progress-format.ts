import type { FormatterPlugin } from '@cucumber/cucumber/lib/plugin/types'
import summary from '@cucumber/cucumber/lib/formatter/builtin/summary'
import type { WriteStream } from 'node:tty'
import { seconds } from '#waiting/duration'
import { everyTick } from '#waiting/ticking'
import { RunProgress } from './progress.ts'

const CLEAR = '\r\u001b[2K'

/**
 * What a run shows on its way, in place of dots: a line when a promise begins and one when it is over, and in a
 * terminal a last line that says what is going on. Then Cucumber's own summary of what failed.
 */
const progressFormat: FormatterPlugin = {
  type: 'formatter',
  formatter(context) {
    const { on, write, stream } = context
    const { isTTY = false, columns } = stream as Partial<WriteStream>
    // Some say that they have no columns at all.
    const width = (columns || 80) - 1
    const progress = new RunProgress()
    const draw = (lines: readonly string[]): void => {
      const said = lines.map((line) => `${line}\n`).join('')
      if (isTTY) write(`${CLEAR}${said}${progress.now.slice(0, width)}`)
      else if (said !== '') write(said)
    }
    const stop = isTTY ? everyTick(seconds(1), () => draw([])) : () => undefined
    on('message', (envelope) => {
      if (envelope.testRunFinished) stop()
      const lines = progress.read(envelope)
      if (lines.length > 0 || envelope.testStepStarted || envelope.testRunFinished) draw(lines)
    })
    void summary.formatter(context)
    return stop
  },
}

export default progressFormat
