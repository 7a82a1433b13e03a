import { setTimeout as wait } from 'node:timers/promises';
import {
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Context,
  type SpanContext,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import {
  ATTR_SERVICE_INSTANCE_ID,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
} from '@opentelemetry/semantic-conventions';
import type { TelemetrySettings } from '../env/telemetry';
import { outsideContexts } from '../logging/logContext';
import type { Logger } from '../logging/logger';
import { requestContext } from '../logging/requestContext';
import type { NewSpan } from '../repositories/newSpan';
import { describeSpan } from './describeSpan';
import type { StoredTrace, Telemetry } from './telemetry';

/** Milliseconds a shutdown waits for a collector: what is not sent by then is in the audit all the same. */
const closeWithinMs = 3_000;

/**
 * Sends traces by OTLP over HTTP. A turn's trace has the turn's own id, its spans those of the audit, so that either is found
 * from the other; where the question came with a `traceparent`, it joins that trace. Spans wait in a bounded queue and are
 * dropped beyond it (the processor's, `OTEL_BSP_*`), so that a collector that is away costs neither time nor memory.
 */
export async function openOtlpExport(
  settings: TelemetrySettings,
  { logger, version, processId }: { logger: Logger; version: string; processId: string },
): Promise<Telemetry> {
  tellOfTrouble(logger);
  const ids = createGivenIds();
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({
        [ATTR_SERVICE_NAME]: settings.serviceName,
        [ATTR_SERVICE_VERSION]: version,
        [ATTR_SERVICE_INSTANCE_ID]: processId,
      }),
    ),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor(await createExporter(settings))],
  });
  const tracer = provider.getTracer('narutalk', version);

  const start = (span: NewSpan, turn: StoredTrace, parent: Context) => {
    ids.spanId = spanIdOf(span.id);
    const { name, kind, attributes, error } = describeSpan(span, turn, settings);
    const started = tracer.startSpan(name, { kind, attributes, startTime: span.startedAt }, parent);
    if (error) started.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
    return started;
  };

  /** Trace and sampling of steps that came after their turn: what was decided for the turn's own, by the same rule. */
  const decidedFor = (rootId: string, parent: Context): SpanContext => {
    ids.spanId = spanIdOf(rootId);
    return tracer.startSpan('turn', {}, parent).spanContext();
  };

  return {
    send(turn) {
      try {
        ids.traceId = turn.turnId.replaceAll('-', '');
        const parent = parentOf(requestContext()?.traceparent);
        const root = turn.spans.find(({ parentId }) => parentId === null);
        const opened = root && start(root, turn, parent);
        const decided = opened?.spanContext() ?? decidedFor(turn.spans[0]!.parentId!, parent);
        for (const span of turn.spans) {
          if (span.parentId === null) continue;
          const above = { ...decided, spanId: spanIdOf(span.parentId) };
          start(span, turn, trace.setSpanContext(ROOT_CONTEXT, above)).end(endOf(span));
        }
        if (root) opened!.end(endOf(root));
      } catch (error) {
        // The turn is stored and answered: that it cannot be shown elsewhere is no fault of it.
        logger.warn({ err: error, turnId: turn.turnId }, 'trace could not be sent');
      }
    },
    async close() {
      const closed = provider.shutdown().catch((error: unknown) => {
        logger.warn({ err: error }, 'the last traces could not be sent');
      });
      await Promise.race([closed, wait(closeWithinMs, undefined, { ref: false })]);
    },
  };
}

async function createExporter({ url, headers, protocol }: TelemetrySettings): Promise<SpanExporter> {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  return new OTLPTraceExporter({ url, headers });
}

/** Ids that are given to the spans, in place of random ones. */
interface GivenIds extends IdGenerator {
  traceId: string;
  spanId: string;
}

function createGivenIds(): GivenIds {
  const ids: GivenIds = {
    traceId: '',
    spanId: '',
    generateTraceId: () => ids.traceId,
    generateSpanId: () => ids.spanId,
  };
  return ids;
}

/** The later half of a random UUID: eight bytes, 62 bits of them random. */
function spanIdOf(id: string): string {
  return id.replaceAll('-', '').slice(16);
}

function parentOf(traceparent: string | undefined): Context {
  const remote = traceparent === undefined ? null : parseTraceParent(traceparent);
  return remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : ROOT_CONTEXT;
}

/** Milliseconds since 1970, with their fraction. */
function endOf({ startedAt, durationMs }: NewSpan): number {
  return startedAt.getTime() + durationMs;
}

/** What the packages complain of (a collector that is away, spans that were dropped) goes to the log. */
function tellOfTrouble(logger: Logger): void {
  // Many turns are sent together, by a timer that one of them happened to set.
  const warn = (message: string, ...details: unknown[]) =>
    outsideContexts(() => logger.warn({ details }, `telemetry: ${message}`));
  const nothing = () => {};
  diag.setLogger(
    { error: warn, warn, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
