import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: "The platform's pages run code from another host",
  reference: 'Platform contract, 3: Content-Security-Policy without foreign or inline script',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.own-code'],
      because: /runs code of others/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  wire: () => ({
    answer: (answer, { service }) => {
      const policy = answer.headers['content-security-policy']
      if (service !== 'frontend' || typeof policy !== 'string') return answer
      return {
        ...answer,
        headers: {
          ...answer.headers,
          'content-security-policy': policy.replace(
            "script-src 'self'",
            "script-src 'self' https://cdn.example",
          ),
        },
      }
    },
  }),
}
