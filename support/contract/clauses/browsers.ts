import type { ContractClause } from './clause.ts'

/** Section 3: what browsers and caches are told. */
export const BROWSERS = {
  'browsers.no-store':
    "Browsers. Every answer of either service that holds tokens or anything of a person's carries Cache-Control: no-store",
  'browsers.cors':
    "No page of another origin than the frontend's may read an answer: neither its origin nor * is ever allowed there (CORS)",
  'browsers.own-code':
    "The frontend's pages run their own code only (Content-Security-Policy without foreign or inline script)",
  'browsers.not-framed': 'cannot be framed by others',
  'browsers.nosniff': 'carry X-Content-Type-Options: nosniff',
  'browsers.referrer': 'tell other sites no more of an address than its origin',
} as const satisfies Record<string, ContractClause>
