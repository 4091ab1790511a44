import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import { connect, type AddressInfo, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeInventory } from './inventory-of-process.ts'

async function openServer(): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, response) => response.end('well'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

describe('What a run leaves behind in its process', () => {
  it('is nothing when it has left nothing', () => {
    assert.deepEqual(takeInventory().difference(), [])
  })

  it('is nothing when it is gone in a moment, and is told when it stays', async (context) => {
    const inventory = takeInventory()
    const timer = setTimeout(() => undefined, 120)
    assert.deepEqual(inventory.difference(), ['open Timeout'])
    assert.deepEqual(await inventory.remainder(), [])
    const stays = setInterval(() => undefined, 60_000)
    context.after(() => clearInterval(stays))
    assert.deepEqual(await inventory.remainder(), ['open Timeout'])
    clearTimeout(timer)
  })

  it('may be a global', (context) => {
    const inventory = takeInventory()
    context.after(() => Reflect.deleteProperty(globalThis, 'forgotten'))
    Object.assign(globalThis, { forgotten: true })
    assert.deepEqual(inventory.difference(), ['global forgotten'])
  })

  it('may be a global that is hidden', (context) => {
    const inventory = takeInventory()
    context.after(() => Reflect.deleteProperty(globalThis, 'forgotten'))
    Object.defineProperty(globalThis, 'forgotten', { value: true, enumerable: false, configurable: true })
    assert.deepEqual(inventory.difference(), ['global forgotten'])
  })

  it('may be a variable of the environment', (context) => {
    const inventory = takeInventory()
    context.after(() => delete process.env['NETRA_FORGOTTEN'])
    process.env['NETRA_FORGOTTEN'] = 'yes'
    assert.deepEqual(inventory.difference(), ['variable NETRA_FORGOTTEN'])
  })

  it('may be a timer, or one more than there was', (context) => {
    const timers = [setInterval(() => undefined, 60_000)]
    const inventory = takeInventory()
    context.after(() => timers.forEach(clearInterval))
    timers.push(setInterval(() => undefined, 60_000))
    assert.deepEqual(inventory.difference(), ['open Timeout'])
  })

  for (const event of ['exit', 'SIGINT', 'SIGUSR2', 'unhandledRejection', 'uncaughtException', 'warning'])
    it(`may be a listener for ${event}`, (context) => {
      const inventory = takeInventory()
      const listener = (): void => undefined
      context.after(() => process.off(event, listener))
      process.on(event, listener)
      assert.deepEqual(
        inventory.difference().filter((thing) => thing !== 'open SignalWrap'),
        [`listener ${event}`],
      )
    })

  it('may be a server', async () => {
    const inventory = takeInventory()
    const { server } = await openServer()
    const left = inventory.difference()
    await close(server)
    assert.deepEqual(left, ['open TCPServerWrap'])
  })

  it('may be a socket, at each of its ends', async () => {
    const { server, port } = await openServer()
    const inventory = takeInventory()
    const socket = connect(port, '127.0.0.1')
    await Promise.all([once(socket, 'connect'), once(server, 'connection')])
    const left = inventory.difference()
    socket.destroy()
    await close(server)
    assert(left.includes('open TCPSocketWrap'), left.join())
  })
})

describe('A run that cleans up', () => {
  it('is accused of nothing, whatever it has done', async () => {
    const inventory = takeInventory()
    const { server, port } = await openServer()
    const request = get({ port, host: '127.0.0.1', agent: false })
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream]
    await text(response)
    await close(server)
    await Promise.all([sleep(5), readFile(new URL(import.meta.url))])
    const listener = (): void => undefined
    process.on('SIGTERM', listener).off('SIGTERM', listener)
    clearInterval(setInterval(listener, 60_000))
    process.env['NETRA_FORGOTTEN'] = 'yes'
    delete process.env['NETRA_FORGOTTEN']
    assert.deepEqual(inventory.difference(), [])
  })

  it('is not accused of what was there before and is gone', () => {
    const timer = setInterval(() => undefined, 60_000)
    const inventory = takeInventory()
    clearInterval(timer)
    assert.deepEqual(inventory.difference(), [])
  })
})
