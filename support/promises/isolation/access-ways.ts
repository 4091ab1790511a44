import { randomUUID } from 'node:crypto'
import type { CallDetails } from '#clients/client-context'
import { ACCESS, isOffered, LIVE_ACCESS, type Access, type AccessById } from '#contract/access'
import { withoutFleeting } from '#contract/fleeting'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { ROUTES, type RouteName } from '#contract/routes'
import { NotSeen, NotTestable, see } from '#expect/seen'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Reply } from './trespass.checks.ts'

/** One way to do something with what has an id. */
export interface AccessWay extends AccessById {
  /** As an engineer would look for it: a route's name, or a type of message. */
  readonly name: string
  /** Does it in somebody's name. @returns what came of it, without what differs each time */
  readonly attempt: (asker: Person, id: string) => Promise<Reply>
  /** Something was sent along that may be refused as such, whatever it is about. */
  readonly isUnusual?: true
}

/** What is sent along besides the id. */
export interface Input extends Pick<CallDetails, 'query' | 'json' | 'text' | 'headers'> {
  /** As it is told: `?limit=1`. */
  readonly what: string
}

/** What some routes want to be sent. */
export const BODIES: Partial<Record<RouteName, object>> = {
  renameThread: { title: 'Taken over' },
  sendMessage: { content: 'What does it cost a month?' },
}

/** A message that has an id in it. */
export type MessageById = {
  [Type in keyof typeof LIVE_ACCESS]: (typeof LIVE_ACCESS)[Type] extends AccessById ? Type : never
}[keyof typeof LIVE_ACCESS]

/** What is sent with each message that has an id in it. */
const PAYLOADS: Readonly<Record<MessageById, (id: string) => object>> = {
  user_message: (id) => ({
    thread_id: id,
    content: 'What does it cost a month?',
    client_message_id: randomUUID(),
  }),
  resume: (id) => ({ thread_id: id, after: 0 }),
  stop_run: (id) => ({ run_id: id }),
}

/** Every way by a call that has an id in it, as far as it is offered. */
export function callsTo({ offers }: Person): AccessWay[] {
  return Object.entries<Access>(ACCESS).flatMap(([name, access]) =>
    access.by === 'id' && isOffered(name as RouteName, offers) ? [wayByCall(name as RouteName, access)] : [],
  )
}

/** Every way by a message that has an id in it. Answers do not say what they are about: one after the other. */
export function messagesTo({ offers }: Person): AccessWay[] {
  return Object.entries<Access>(LIVE_ACCESS).flatMap(([name, access]) => {
    const type = name as MessageById
    return access.by === 'id' && isOffered(type, offers) ? [wayByMessage(type, access)] : []
  })
}

/** A way by a call. @param input sent along in place of what is usual */
export function wayByCall(route: RouteName, access: AccessById, input?: Input): AccessWay {
  const { what = '', ...sent } = input ?? {}
  const json = BODIES[route]
  const attempt: AccessWay['attempt'] = ({ http, device }, id) =>
    replyOf(async () => {
      const token = device.session.accessToken
      const answer = await http.call(ROUTES[route], { token, id, json, ...sent })
      const { status, text, headers } = answer
      const body = withoutFleeting(answer.body ?? text)
      return { kind: 'answer', status, body, headers: lastingIn(headers), beside: headers }
    })
  return { ...access, name: ROUTES[route].name + what, attempt, ...(input ? { isUnusual: true } : {}) }
}

/** Who was silent once is not waited for again and again. */
const MOMENT = seconds(1)

/** A way by a message. @param more fields besides the usual ones */
export function wayByMessage(type: MessageById, access: AccessById, more?: object): AccessWay {
  let wasSilent = false
  const attempt: AccessWay['attempt'] = async ({ name, device: { connection } }, id) => {
    const reply = await replyOf(async () => {
      const from = connection.received.mark()
      connection.send({ type, payload: { ...PAYLOADS[type](id), ...more } })
      const wait = {
        what: `an answer to ${name}'s ${type}`,
        from,
        limit: wasSilent ? MOMENT : connection.patience,
      }
      const { index, value } = await connection.received.waitFor(wait, isReply)
      const before = connection.received.since(from).filter((entry) => entry.index < index)
      return liveReply(value, before.filter((entry) => isAbout(id, entry.value)).length)
    })
    wasSilent = reply.kind === 'silence'
    return reply
  }
  const name = more ? `${type} with ${JSON.stringify(more)}` : type
  return { ...access, name, attempt, ...(more ? { isUnusual: true } : {}) }
}

async function replyOf(act: () => Promise<Reply>): Promise<Reply> {
  const seen = await see(act)
  if (!(seen instanceof NotSeen)) return seen
  // Who is in trouble has neither shown nor refused anything.
  if (seen.why === 'untestable') throw new NotTestable(seen.reason)
  return { kind: 'silence', reason: seen.reason }
}

/** A connection says these of its own accord. */
const UNASKED = ['heartbeat', 'pong']

function isReply(frame: ReceivedFrame): boolean {
  return !isAgentEvent(frame) && !UNASKED.includes(frame.type)
}

function isAbout(id: string, frame: ReceivedFrame): boolean {
  return isAgentEvent(frame) && [frame.payload.thread_id, frame.payload.run_id].includes(id)
}

function liveReply(frame: ReceivedFrame, told: number): Reply {
  const { type } = frame
  if (type !== 'error_message') return { kind: 'frame', type, told }
  return { kind: 'frame', type, told, error: { error_code: frame.error_code, message: frame.error_message } }
}

/** What says something of what was asked for. Those of proxies, clocks and counters differ from call to call. */
const LASTING_HEADERS =
  /^(content-type|www-authenticate|location|allow|cache-control|x-(owner|thread|run|user|resource)(-.*)?)$/

function lastingIn(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => LASTING_HEADERS.test(name)))
}
