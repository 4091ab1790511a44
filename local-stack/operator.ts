import type { IncomingMessage, ServerResponse } from 'node:http'
import { openDoor, type Door } from '#kit/door'
import type { RunningService } from '#kit/running-service'

/** Starts further backends on the same data for whoever tests the stack, and stops them. No service knows of it. */
export interface Operator {
  /** `POST` starts one and answers `{url}`; `DELETE` with that address as its body stops it. `of` names the first one. */
  readonly url: string
  close(): Promise<void>
}

/**
 * @param of the address of the backend that is there already, by which it is known whether anything stands in between
 * @param start how another backend is started behind a door of its own
 */
export async function openOperator(
  of: string,
  start: (door: Door) => Promise<RunningService>,
): Promise<Operator> {
  const door = await openDoor()
  const running = new Map<string, RunningService>()
  const stop = async (url: string): Promise<void> => {
    const service = running.get(url)
    running.delete(url)
    await service?.stop()
  }
  const obey = async (request: IncomingMessage): Promise<object> => {
    if (request.method === 'DELETE') {
      await stop(await textOf(request))
      return {}
    }
    const another = await openDoor()
    const service = await start(another).catch(async (error: unknown) => {
      await another.close()
      throw error
    })
    running.set(another.url, service)
    return { url: another.url }
  }
  door.server.on('request', (request, response) => {
    obey(request).then(
      (said) => answer(response, 200, said),
      (error: unknown) => answer(response, 500, { error: String(error) }),
    )
  })
  return {
    url: `${door.url}/?${new URLSearchParams({ of }).toString()}`,
    close: async () => {
      await door.close()
      await Promise.all([...running.keys()].map(stop))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, said: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
}
