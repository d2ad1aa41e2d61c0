/**
 * The fake Bot API in a process of its own, so that it does not share the event loop with what is measured. Told by
 * messages what load to make; answers with what it saw.
 */
import type { Load, Measured, ToApi } from './load.ts';

const folder = '../../../test/support/bot-api';
const { startBotApi } = (await import(
  `${folder}/server.ts`
)) as typeof import('../../../test/support/bot-api/server.ts');
const api = await startBotApi({ now: () => performance.now() });
let nextPerson = 1_000_000;

process.on('message', (message: ToApi) => {
  void run(message).then((measured) => process.send?.({ measured }));
});
process.on('disconnect', () => process.exit());
process.send?.({ root: api.root, token: api.token });

/** Sends a load of messages and waits until each person has an answer to each of theirs. */
async function run(load: Load): Promise<Measured> {
  const first = nextPerson;
  nextPerson += load.people;
  const asked = new Map<number, number[]>();
  const waits: number[] = [];
  let answered = 0;
  let seen = api.calls.length;
  let began = 0;
  let ended = 0;
  for (let person = 0; person < load.people; person += 1) api.user(first + person, 'kk');

  const say = (at: number): void => {
    const person = first + (at % load.people);
    const times = asked.get(person) ?? [];
    times.push(performance.now());
    asked.set(person, times);
    api.user(person, 'kk').says(load.texts[at % load.texts.length] ?? 'сәлем');
  };
  /** Looks at the calls that came since the last look. A long answer comes in several messages: the first one counts. */
  const look = (): void => {
    for (; seen < api.calls.length; seen += 1) {
      const call = api.calls[seen];
      if (call?.method === 'getUpdates') continue;
      if (call?.method !== 'sendMessage') continue;
      if (call.code === 0) break;
      const asking = asked.get(Number(call.params.chat_id))?.shift();
      if (asking === undefined) continue;
      answered += 1;
      waits.push(performance.now() - asking);
      ended = performance.now();
    }
  };
  const watching = setInterval(look, 1);
  if (load.perSecond === undefined) {
    began = performance.now();
    for (let at = 0; at < load.messages; at += 1) say(at);
  } else {
    began = performance.now();
    for (let at = 0; at < load.messages; ) {
      const due = Math.min(
        load.messages,
        Math.floor(((performance.now() - began) / 1000) * load.perSecond) + 1,
      );
      for (; at < due; at += 1) say(at);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  const deadline = performance.now() + load.patienceMs;
  while (answered < load.messages && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  clearInterval(watching);
  return { answered, seconds: (ended - began) / 1000, waits };
}
