import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A question that is null is taken for the word null, and worked on',
  reference:
    'Platform contract, 4: INVALID_MESSAGE for a field that is missing, null or of another type; CWE-476',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /^user_message with content null: no error, not one INVALID_MESSAGE/,
    },
    { check: 'LIVE-5.nothing-comes-of-faults', because: /Asha's messages: null/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({ say: (frame) => [frame.replace('"content":null', '"content":"null"')] }),
}
