import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "The platform's pages can be held in a frame by any page",
  reference: 'OWASP ASVS 5.0, 3.4.6; CWE-1021',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.not-framed'],
      because: /can be held in a frame/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, { service }) =>
      service === 'frontend'
        ? {
            ...answer,
            headers: {
              ...answer.headers,
              'content-security-policy': String(answer.headers['content-security-policy']).replace(
                "frame-ancestors 'none'",
                'frame-ancestors *',
              ),
            },
          }
        : answer,
  }),
}
