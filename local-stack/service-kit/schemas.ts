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

/** The migrations of a schema, oldest first: number, and what to do (SQL). */
export function migrationsOf(schema: Schema): { readonly version: number; readonly sql: string }[] {
  const files = readdirSync(SCHEMAS[schema]).filter((file) => /^\d+\.do\./.test(file))
  return files
    .map((file) => ({
      version: Number.parseInt(file),
      sql: readFileSync(new URL(file, SCHEMAS[schema]), 'utf8'),
    }))
    .sort((one, other) => one.version - other.version)
}

/** Changes with every migration: what was made by others is not used again. */
export function fingerprintOfSchemas(): string {
  const hash = createHash('sha256')
  for (const schema of Object.keys(SCHEMAS) as Schema[])
    for (const { version, sql } of migrationsOf(schema)) hash.update(`${schema} ${version} ${sql}`)
  return hash.digest('hex').slice(0, 12)
}
