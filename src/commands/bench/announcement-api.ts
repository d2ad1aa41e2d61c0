/**
 * The fake Bot API with Telegram's limits in a process of its own. Arguments: people, messages a second, messages a
 * second to one chat. Says its address; asked for anything, it says what it saw.
 */
import type { SeenByApi } from './announcements.ts';

const folder = '../../../test/support/bot-api';
const { startBotApi } = (await import(
  `${folder}/server.ts`
)) as typeof import('../../../test/support/bot-api/server.ts');
const [people = 0, perSecond = 30, perChat = 1] = process.argv.slice(2).map(Number);
const api = await startBotApi({ limits: { perSecond, perChat }, now: () => performance.now() });
for (let id = 1; id <= people; id += 1) api.user(id);

process.on('message', () => process.send?.(seen()));
process.on('disconnect', () => process.exit());
process.send?.({ root: api.root, token: api.token });

function seen(): SeenByApi {
  const sent = api.callsOf('sendMessage');
  const accepted = sent.filter(({ code }) => code === 200);
  const refused = sent.filter(({ code }) => code === 429);
  // After a 429 nothing may come for a second; what was already on its way is let pass for 50 ms.
  const unobeyed = refused.filter(({ at }) =>
    sent.some((call) => call.at > at + 50 && call.at < at + 1000),
  ).length;
  const counts = Array.from({ length: people }, (_, index) => api.user(index + 1).messages().length);
  return {
    seconds: ((accepted.at(-1)?.at ?? 0) - (accepted[0]?.at ?? 0)) / 1000,
    accepted: accepted.length,
    refused: refused.length,
    unobeyed,
    doubled: counts.filter((count) => count > 1).length,
    lost: counts.filter((count) => count === 0).length,
  };
}
