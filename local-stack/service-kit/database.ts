import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import Postgrator from 'postgrator'

/** A connection pool bound to one service's own schema. */
export type Database = postgres.Sql

/**
 * Connects a service to its schema and brings the schema to the newest migration.
 *
 * @param url the database, `postgres://…`
 * @param schema the schema that belongs to this service alone
 * @param migrations folder of `NNN.do.<what>.sql` files
 */
export async function openDatabase(url: string, schema: string, migrations: URL): Promise<Database> {
  const database = postgres(url, {
    connection: { search_path: schema, application_name: schema },
    // Columns are snake_case in SQL and camelCase here; documents (jsonb) are left alone.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    onnotice: () => undefined,
    max: 8,
  })
  await database`create schema if not exists ${database(schema)}`
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: `${fileURLToPath(migrations)}*.sql`,
    currentSchema: schema,
    schemaTable: 'schema_version',
    // The migrations know columns by their names in SQL.
    execQuery: async (query) => ({ rows: (await database.unsafe(query)).map(toSqlNames) }),
  })
  await postgrator.migrate()
  return database
}

function toSqlNames(row: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value]))
}
