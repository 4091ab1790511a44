import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever names another machine as his guesses on',
  reference: 'CWE-307; CWE-348',
  reddens: [{ check: 'AUTH-5.guessing-is-slowed', because: /times 401/ }],
  spares: ['AUTH-4'],

  wire: () => ({
    answer: (answer, request) =>
      answer.status === 429 &&
      request.path === '/auth/login' &&
      request.headers['x-forwarded-for'] !== undefined
        ? { ...answer, status: 401, body: JSON.stringify({ detail: 'Invalid credentials' }) }
        : answer,
  }),
}
