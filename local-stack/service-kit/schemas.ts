import { readdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'

/** The schema of each service that keeps anything, and where its migrations are. */
export const SCHEMAS = {
  auth: new URL('../auth-service/migrations/', import.meta.url),
  backend: new URL('../backend/migrations/', import.meta.url),
  identity_provider: new URL('../identity-provider/migrations/', import.meta.url),
} as const

/** A service's own schema. */
export type Schema = keyof typeof SCHEMAS

/** The migrations in a folder, oldest first: number, and what to do (SQL). */
export function migrationsOf(folder: URL): { readonly version: number; readonly sql: string }[] {
  const files = readdirSync(folder).filter((file) => /^\d+\.do\./.test(file))
  return files
    .map((file) => ({ version: Number.parseInt(file), sql: readFileSync(new URL(file, folder), 'utf8') }))
    .sort((one, other) => one.version - other.version)
}

/** Changes with every migration: what was made by others is not used again. */
export function fingerprintOf(schemas: Readonly<Record<string, URL>>): string {
  const hash = createHash('sha256')
  for (const [schema, folder] of Object.entries(schemas))
    for (const { version, sql } of migrationsOf(folder)) hash.update(`${schema} ${version} ${sql}`)
  return hash.digest('hex').slice(0, 12)
}
