import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What a line says of a faulty message names the library that has read it',
  reference: 'OWASP ASVS 5.0, 16.5.1; CWE-209',
  reddens: [
    { check: 'ALWAYS.no-inside-shows', because: /a part of the inside, "pydantic"/, inside: 'LIVE-5' },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) =>
      frame['error_code'] === 'INVALID_MESSAGE'
        ? [{ ...frame, error_message: 'Field required (pydantic 2.11, missing)' }]
        : [frame],
    ),
}
