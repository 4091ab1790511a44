import { readRun, type RunContext } from '#target/run-context'

/** Tells the coordinator of an error that belongs to no scenario that is still under way. */
export function reportStrayError(text: string): void {
  const channel = new BroadcastChannel(channelOf(readRun()))
  channel.postMessage(text)
  channel.close()
}

/** Listens for such errors in the coordinator. @returns stops listening */
export function listenForStrayErrors(run: RunContext, onError: (text: string) => void): () => void {
  const channel = new BroadcastChannel(channelOf(run))
  channel.onmessage = (event) => onError(String((event as MessageEvent).data))
  channel.unref()
  return () => channel.close()
}

function channelOf({ id }: RunContext): string {
  return `netra-stray-${id}`
}
