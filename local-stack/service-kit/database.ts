import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { migrationsOf, SCHEMAS, type Schema } from './schemas.ts'

/** A connection pool bound to one service's own schema. */
export type Database = postgres.Sql

/**
 * Connects a service to its schema and brings the schema to the newest migration.
 *
 * @param url the database, `postgres://…`
 * @param schema the schema that belongs to this service alone
 */
export async function openDatabase(url: string, schema: Schema): Promise<Database> {
  const database = postgres(url, {
    connection: { search_path: schema, application_name: schema },
    // Columns are snake_case in SQL and camelCase here; documents (jsonb) are left alone.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    onnotice: () => undefined,
    max: 8,
  })
  if (!(await isCurrent(database, schema))) await migrate(database, schema)
  return database
}

/** Whether it was made of a template that has every migration. */
async function isCurrent(database: Database, schema: Schema): Promise<boolean> {
  const [found] = await database`select to_regclass(${`${schema}.schema_version`}) is not null as is_there`
  if (!found?.['isThere']) return false
  const [newest] = await database`select max(version)::int as version from schema_version`
  return newest?.['version'] === migrationsOf(SCHEMAS[schema]).at(-1)?.version
}

async function migrate(database: Database, schema: Schema): Promise<void> {
  const { default: Postgrator } = await import('postgrator')
  await database`create schema if not exists ${database(schema)}`
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: `${fileURLToPath(SCHEMAS[schema])}*.sql`,
    currentSchema: schema,
    schemaTable: 'schema_version',
    // The migrations know columns by their names in SQL.
    execQuery: async (query) => ({ rows: (await database.unsafe(query)).map(toSqlNames) }),
  })
  await postgrator.migrate()
}

function toSqlNames(row: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value]))
}
