import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A ping that is not as it has to be is answered as if it were',
  reference: 'Platform contract, 4: INVALID_MESSAGE for a field that is missing, null or of another type',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /^ping without nonce: no error, not one INVALID_MESSAGE$/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    say: (frame) => [
      frame.replace('{"type":"ping","payload":{}}', '{"type":"ping","payload":{"nonce":"0"}}'),
    ],
  }),
}
