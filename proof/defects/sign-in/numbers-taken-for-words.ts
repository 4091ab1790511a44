import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A registration whose password or name is a number is taken, as if it had been written as text',
  reference: 'Platform contract, 2: 422 for a missing or malformed field',
  reddens: [
    {
      check: 'AUTH-1.missing-field-refused',
      because: /the name is a number: 200 .*the password is a number: 200 /,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({ auth: { registrationReader: (_kit, standard) => (body) => standard(inWords(body)) } }),
}

function inWords(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const words = Object.entries(body).map(([name, value]: [string, unknown]) =>
    typeof value === 'number' ? [name, String(value)] : [name, value],
  )
  return Object.fromEntries(words)
}
