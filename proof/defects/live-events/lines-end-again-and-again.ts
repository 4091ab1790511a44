import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'On a slow platform, every line ends after four seconds, as if a platform were exchanged, again and again',
  reference: 'RFC 6455, 7.4.1; IANA: 1012 Service Restart',
  reddens: [{ check: 'ALWAYS.no-unclaimed-fault', inside: 'ISO-5', because: /again and again/ }],
  verdict: 'failed',
  sparesNothing: 'every line ends soon, in every scenario that is long enough',
  wire: () => {
    const met = new Set<number>()
    return {
      // Long enough to be seen more than once.
      delay: () => 300,
      lag: () => 300,
      hear: (frame, line) => {
        if (!met.has(line.number)) setTimeout(() => line.hangUp(1012), 4_500).unref()
        met.add(line.number)
        return [frame]
      },
    }
  },
}
