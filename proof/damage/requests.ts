import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingHttpHeaders } from 'node:http'
import type { Replacements } from '@netra/local-stack/service-kit/compose'
import type { BackendParts } from '@netra/local-stack/backend/parts'

/** A call that is being answered. */
export interface CurrentCall {
  readonly query: URLSearchParams
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** Lets a damaged part know which call it is about. */
export interface Calls {
  /** Has to be planted beside the damage. */
  readonly parts: Pick<Replacements<BackendParts>, 'tokenSource'>
  /** The call that is being answered; none for what is said on a line. */
  readonly current: () => CurrentCall | undefined
}

/** A backend whose parts know which call they are about. */
export function knowingCalls(): Calls {
  const calls = new AsyncLocalStorage<CurrentCall>()
  return {
    parts: {
      tokenSource: (_kit, standard) => (headers, url) => {
        const { searchParams: query, pathname: path } = new URL(url, 'http://backend')
        calls.enterWith({ query, path, headers })
        return standard(headers, url)
      },
    },
    current: () => calls.getStore(),
  }
}
