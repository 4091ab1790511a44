import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const IMPORT_MAP = /<script type="importmap">([\s\S]*?)<\/script>/

/** Headers by which the page runs our own code only, and talks to our own services only. */
export async function protectPage(page: URL, services: readonly string[]): Promise<Record<string, string>> {
  const [, importMap = ''] = IMPORT_MAP.exec(await readFile(page, 'utf8')) ?? []
  const digest = createHash('sha256').update(importMap).digest('base64')
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'sha256-${digest}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${services.map((url) => new URL(url).origin).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
  return {
    'content-security-policy': rules.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
