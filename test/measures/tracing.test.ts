import { context, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTracing, type Tracing, untraced } from '../../src/measures/tracing.ts';
import { asyncContexts } from '../support/tracing/context.ts';

const exporter = new InMemorySpanExporter();
const spans = () =>
  exporter.getFinishedSpans().map((span) => ({
    name: span.name,
    attributes: span.attributes,
    status: span.status.message,
    events: span.events,
    id: span.spanContext().spanId,
    parent: span.parentSpanContext?.spanId,
  }));

describe('tracing with an SDK', () => {
  let tracing: Tracing;
  beforeEach(async () => {
    exporter.reset();
    context.setGlobalContextManager(asyncContexts());
    trace.setGlobalTracerProvider(
      new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
    );
    tracing = await createTracing();
  });
  afterEach(() => {
    trace.disable();
    context.disable();
  });

  it('makes a span of work, with what is known before and after it', async () => {
    const result = await tracing.span('question', { 'bagdar.channel': 'web' }, async (note) => {
      note({ 'bagdar.outcome': 'answer' });
      return 7;
    });
    expect(result).toBe(7);
    expect(spans()).toMatchObject([
      { name: 'question', attributes: { 'bagdar.channel': 'web', 'bagdar.outcome': 'answer' } },
    ]);
  });

  it('puts spans into each other, over awaits, and what ended just now too', async () => {
    await tracing.span('update', {}, async () => {
      await Promise.resolve();
      tracing.span('answer', {}, () => 1);
      await tracing.span('question', {}, async () => {
        await Promise.resolve();
        tracing.past('database select', 0.002, {});
      });
    });
    const [answer, query, question, update] = spans();
    expect([answer?.name, query?.name, question?.name, update?.name]).toEqual([
      'answer',
      'database select',
      'question',
      'update',
    ]);
    expect(answer?.parent).toBe(update?.id);
    expect(question?.parent).toBe(update?.id);
    expect(query?.parent).toBe(question?.id);
  });

  it('makes none of a query that belongs to no work', () => {
    tracing.past('database select', 0.002, {});
    expect(spans()).toEqual([]);
  });

  it.each([
    ['throws', () => tracing.span('a', {}, () => fail())],
    ['rejects', () => tracing.span('a', {}, async () => fail())],
  ])('tells the kind of a fault, not its words, when work %s', async (_, work) => {
    await expect(async () => await work()).rejects.toThrow('құпия');
    expect(spans()).toMatchObject([{ name: 'a', status: 'TypeError' }]);
    expect(JSON.stringify(spans())).not.toContain('құпия');
  });
});

function fail(): never {
  throw new TypeError('құпия сөз');
}

describe('tracing without an SDK', () => {
  it('is no tracing: work runs as it is', async () => {
    Reflect.deleteProperty(globalThis, Symbol.for('opentelemetry.js.api.1'));
    const tracing = await createTracing();
    expect(tracing).toBe(untraced);
    expect(tracing.span('a', {}, () => 7)).toBe(7);
  });
});
