import type { Defect } from '#proof/defect'
import { refusing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A wish for an address that is taken is refused with what the database has said',
  reference: 'OWASP ASVS 5.0, 16.5.1; CWE-209; CWE-89 begins with it',
  reddens: [
    { check: 'ALWAYS.no-inside-shows', because: /a query of the inside, "insert into/, inside: 'AUTH-1' },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    refusing(
      ({ path }) => path === '/auth/register',
      (body, status) =>
        status === 409
          ? { ...body, detail: 'Failed: insert into accounts (email, name) values ($1, $2)' }
          : body,
    ),
}
