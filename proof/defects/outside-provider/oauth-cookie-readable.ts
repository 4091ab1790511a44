import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The cookie that binds a sign-in to its browser can be read by scripts',
  reference: 'OWASP ASVS 5.0, 3.3.4; CWE-1004',
  reddens: [{ check: 'AUTH-2.browser-is-bound', because: /netra_sign_in(?! \(HttpOnly\))/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({ auth: { browserCookie: (_kit, cookie) => ({ ...cookie, httpOnly: false }) } }),
}
