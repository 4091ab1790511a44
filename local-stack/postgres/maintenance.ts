import postgres from 'postgres'

/** PostgreSQL could not be started or reached. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE'
}

/** Does something on a server, by a connection of its own. @throws {DatabaseUnavailable} */
export async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 })
  try {
    await work(sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseUnavailable(`the server of DATABASE_URL refused: ${reason}`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
