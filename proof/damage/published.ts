import type { Saboteur } from '../wire/saboteur.ts'

/** Publishes one route more than the contract has. @param name `GET /api/export` @param answer what it gives, and all others */
export function publishing(name: string, answer: NonNullable<Saboteur['answer']>): Saboteur {
  const [method = '', path = ''] = name.split(' ')
  return {
    answer: (given, request) => {
      if (!request.path.startsWith('/openapi.json')) return answer(given, request)
      const document = JSON.parse(given.body) as { paths: object }
      const paths = { ...document.paths, [path]: { [method.toLowerCase()]: {} } }
      return { ...given, body: JSON.stringify({ ...document, paths }) }
    },
  }
}
