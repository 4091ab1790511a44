import { Formatter, type IFormatterOptions } from '@cucumber/cucumber'
import { scenarioId } from './scenario-id.ts'

/** Names what is selected, one promise a line: `AUTH-3     A session renews …`. */
export default class ListFormat extends Formatter {
  constructor(options: IFormatterOptions) {
    super(options)
    options.eventBroadcaster.on('envelope', ({ testCase }: { testCase?: { pickleId: string } }) => {
      if (!testCase) return
      const pickle = this.eventDataCollector.getPickle(testCase.pickleId)
      this.log(`${scenarioId(pickle).padEnd(10)} ${pickle.name}\n`)
    })
  }
}
