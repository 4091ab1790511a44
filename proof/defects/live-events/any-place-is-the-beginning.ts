import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who asks to be told again from a place that is no number is told all of it',
  reference:
    'Platform contract, 4: INVALID_MESSAGE for a field that is missing, null or of another type; CWE-1284',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /^resume with after "all": no error, not one INVALID_MESSAGE/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({ say: (frame) => [frame.replace('"after":"all"', '"after":0')] }),
}
