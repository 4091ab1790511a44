import {
  context,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  RandomIdGenerator,
  TracerProvider,
  type ReadableSpan,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace'
import type { Exchange } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'

const SERVICE = 'netra-acceptance-suite'
/** Technical: whoever collects them answers within that, in milliseconds, or does without. */
const PATIENCE_MS = 2_000

/** A scenario, its steps and its calls as spans of one trace (OpenTelemetry). Sent when the scenario is over. */
export class ScenarioSpans implements WireObserver {
  /** 32 hex digits. */
  readonly traceId: string
  readonly #startedAt = Date.now()
  readonly #finished: ReadableSpan[] = []
  readonly #ids = new KnownIds()
  readonly #tracer: Tracer
  readonly #scenario: Span
  #step: Span | undefined

  /** @param attributes of the scenario */
  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    const provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': SERVICE }),
      idGenerator: this.#ids,
      spanProcessors: [keepIn(this.#finished)],
    })
    this.#tracer = provider.getTracer(SERVICE)
    this.#scenario = this.#tracer.startSpan(name, { attributes })
    this.traceId = this.#scenario.spanContext().traceId
  }

  beginStep(text: string): void {
    this.#step = this.#tracer.startSpan(text, {}, within(this.#scenario))
  }

  endStep(hasFailed: boolean): void {
    if (hasFailed) this.#step?.setStatus({ code: SpanStatusCode.ERROR })
    this.#step?.end()
    this.#step = undefined
  }

  /** What was called goes by the id that the call itself has named: what the platform has made of it hangs below. */
  exchange({ person, service, route, request, response, failure, at, elapsedMs }: Exchange): void {
    const { host, pathname } = new URL(request.url)
    this.#ids.next = request.headers['traceparent']?.split('-')[2]
    const startTime = this.#startedAt + at
    const attributes = {
      ...{ 'netra.person': person, 'netra.service': service, 'server.address': host },
      // Never the query: it may carry what must not be told.
      ...{ 'http.request.method': request.method, 'url.path': pathname },
      ...(response ? { 'http.response.status_code': response.status } : {}),
      ...(failure ? { 'error.type': failure.code } : {}),
    }
    const name = route ?? `${request.method} ${pathname}`
    const details = { kind: SpanKind.CLIENT, startTime, attributes }
    const span = this.#tracer.startSpan(name, details, within(this.#step ?? this.#scenario))
    if (failure || (response && response.status >= 500)) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(startTime + elapsedMs)
  }

  /**
   * Ends the trace and sends it.
   *
   * @param url of whoever collects spans
   * @param red checks that have failed
   * @returns why it could not be sent
   */
  async send(url: string, red: readonly string[]): Promise<string | undefined> {
    this.endStep(red.length > 0)
    this.#scenario.setAttribute('netra.checks.failed', [...red])
    this.#scenario.setStatus({ code: red.length > 0 ? SpanStatusCode.ERROR : SpanStatusCode.OK })
    this.#scenario.end()
    try {
      const exporter = new OTLPTraceExporter({ url, timeoutMillis: PATIENCE_MS })
      const { error } = await new Promise<{ error?: Error }>((told) => exporter.export(this.#finished, told))
      await exporter.shutdown()
      return error?.message
    } catch (error) {
      // What is no address is refused before anything is sent.
      return String(error)
    }
  }
}

function within(span: Span): Context {
  return trace.setSpan(context.active(), span)
}

/** Keeps what is over until all of it is. */
function keepIn(finished: ReadableSpan[]): SpanProcessor {
  const nothing = (): Promise<void> => Promise.resolve()
  const onEnd = (span: ReadableSpan): void => void finished.push(span)
  return { onStart: () => undefined, onEnd, forceFlush: nothing, shutdown: nothing }
}

/** Gives the next span an id that is known already. */
class KnownIds extends RandomIdGenerator {
  next: string | undefined

  override generateSpanId(): string {
    const id = this.next ?? super.generateSpanId()
    this.next = undefined
    return id
  }
}
