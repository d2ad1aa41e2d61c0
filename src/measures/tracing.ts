import { release } from '../operations/release.ts';

/** What a span tells: kinds, outcomes, locales. Never words, ids or names of people. */
export type SpanAttributes = Readonly<Record<`bagdar.${string}`, string | number | boolean>>;

/** Spans for an operator who traces. Without an SDK nothing is made, and nothing leaves the process. */
export interface Tracing {
  /** False: no span will be made. */
  readonly on: boolean;
  /** Runs work as a span inside the one that runs now. `note` adds what is known only later. */
  span<T>(name: string, attributes: SpanAttributes, work: (note: (more: SpanAttributes) => void) => T): T;
  /** Makes a span of what ended just now, inside the one that runs; by itself it would be noise and is left out. */
  past(name: string, seconds: number, attributes: SpanAttributes): void;
}

export const untraced: Tracing = {
  on: false,
  span: (_name, _attributes, work) => work(() => undefined),
  past: () => undefined,
};

/** Where OpenTelemetry's API keeps what an SDK registered; part of its contract, so that several copies of it work together. */
const registered = Symbol.for('opentelemetry.js.api.1');

/**
 * Tracing by the SDK that was loaded before the product (`NODE_OPTIONS=--import …`). Without one the API is not even
 * loaded: it would cost each start 30 ms and 5 MB.
 */
export async function createTracing(): Promise<Tracing> {
  if (!Object.hasOwn(globalThis, registered)) return untraced;
  const { SpanStatusCode, trace } = await import('@opentelemetry/api');
  const tracer = trace.getTracer('bagdar', release);
  return {
    on: true,
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, (span) => {
        const fail = (error: unknown): never => {
          // Its message may quote what a person wrote.
          const message = error instanceof Error ? error.name : typeof error;
          span.setStatus({ code: SpanStatusCode.ERROR, message }).end();
          throw error;
        };
        try {
          const result = work((more) => span.setAttributes(more));
          if (result instanceof Promise) {
            const ended = result.then((value: unknown) => {
              span.end();
              return value;
            }, fail);
            return ended as typeof result;
          }
          span.end();
          return result;
        } catch (error) {
          return fail(error);
        }
      }),
    past(name, seconds, attributes) {
      if (trace.getActiveSpan() === undefined) return;
      const startTime = performance.timeOrigin + performance.now() - seconds * 1000;
      tracer.startSpan(name, { attributes, startTime }).end();
    },
  };
}
