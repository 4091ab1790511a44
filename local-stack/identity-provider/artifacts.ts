import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { Database } from '#kit/database'

interface Artifact {
  readonly payload: AdapterPayload
}

/** Keeps what oidc-provider needs to remember in PostgreSQL. */
export function createArtifacts(sql: Database): AdapterFactory {
  return (kind): Adapter => {
    const readFirst = async (condition: ReturnType<Database>): Promise<AdapterPayload | undefined> => {
      const [found] = await sql<Artifact[]>`
        select payload from artifacts
        where kind = ${kind} and (expires_at is null or expires_at > now()) and ${condition}`
      return found?.payload
    }
    return {
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000)
        const row = { kind, id, grantId: payload.grantId ?? null, uid: payload.uid ?? null, expiresAt }
        // oidc-provider's payloads are plain JSON, typed as classes.
        const document = sql.json(payload as never)
        await sql`insert into artifacts ${sql({ ...row, payload: document })}
          on conflict (kind, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`
      },
      find: (id) => readFirst(sql`id = ${id}`),
      findByUid: (uid) => readFirst(sql`uid = ${uid}`),
      findByUserCode: () => Promise.resolve(undefined),
      consume: async (id) => {
        const consumed = Math.floor(Date.now() / 1000)
        await sql`update artifacts set payload = payload || ${sql.json({ consumed })}
          where kind = ${kind} and id = ${id}`
      },
      destroy: async (id) => {
        await sql`delete from artifacts where kind = ${kind} and id = ${id}`
      },
      revokeByGrantId: async (grantId) => {
        await sql`delete from artifacts where kind = ${kind} and grant_id = ${grantId}`
      },
    }
  }
}
