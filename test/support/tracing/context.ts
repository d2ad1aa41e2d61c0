import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api';

/** Which span runs, over awaits: what an SDK for Node brings along, in its smallest form. */
export function asyncContexts(): ContextManager {
  const running = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => running.getStore() ?? ROOT_CONTEXT,
    with: (context, work, self, ...args) => running.run(context, () => work.apply(self as never, args)),
    bind: (_context, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}
