import type { Answerer } from '../answer/answerer.ts';
import { releaseMemory } from './memory.ts';

/** Readiness is told first, and whoever waited for it is served. */
const laterMs = 300;

/** One word in each way of writing: what reading Latin and Arabic needs is loaded when it is first asked for. */
const samples = ['қандас', 'qandas', 'قانداس', 'кандас'];

/**
 * What can wait until new content is served: the first person to write in Latin letters waited 0.2 s for their tables,
 * and loading leaves memory behind.
 */
export function afterLoading(answerer: Pick<Answerer, 'ask'>): void {
  setTimeout(() => {
    for (const text of samples) answerer.ask({ text });
    releaseMemory();
  }, laterMs).unref();
}
