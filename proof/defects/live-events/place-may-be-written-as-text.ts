import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'The place from which somebody resumes may be a text of digits, as in the query of a call',
  reference: 'Platform contract, 4: `INVALID_MESSAGE` for a field that is missing, null or of another type',
  reddens: [{ check: 'LIVE-5.each-fault-has-its-error', because: /resume with after "0": no error/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => (connection, data, isBinary) => {
        const payload = isBinary ? undefined : payloadOf(data, 'resume')
        const after = payload?.['after']
        if (typeof after !== 'string' || !/^\d+$/.test(after)) return standard(connection, data, isBinary)
        const frame = { type: 'resume', payload: { ...payload, after: Number(after) } }
        return standard(connection, JSON.stringify(frame), false)
      },
    },
  }),
}
