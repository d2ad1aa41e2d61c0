import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { languageOf } from '../../language/locale.ts';
import type { Store } from '../../store/ports/store.ts';

const batchSize = 1000;

/** Writes all people of Telegram as CSV, in batches. */
export async function exportUsers(
  store: Pick<Store, 'people' | 'subscriptions'>,
  topics: readonly string[],
  out: Writable,
): Promise<void> {
  out.write('telegram_id,language,script,region,country,topics\n');
  let after: string | null = null;
  for (;;) {
    const people: Awaited<ReturnType<Store['people']['list']>> = await store.people.list(after, batchSize);
    const off = await store.subscriptions.offOf(people.map(({ id }) => id));
    const rows = people
      .filter(({ channel }) => channel === 'telegram')
      .map(({ id, externalId, locale, script, region, country }) => [
        externalId,
        locale === null ? '' : languageOf(locale),
        script ?? scriptIn(locale),
        region ?? '',
        country ?? '',
        onTopics(topics, off.get(id)),
      ]);
    if (!out.write(stringify(rows))) await once(out, 'drain');
    after = people.at(-1)?.id ?? null;
    if (people.length < batchSize) return;
  }
}

function scriptIn(locale: string | null): string {
  if (locale === 'kk-Arab') return 'arab';
  if (locale === 'kk-Latn') return 'latn';
  return locale === null ? '' : 'cyrl';
}

/** Empty = all. */
function onTopics(topics: readonly string[], off: readonly string[] | undefined): string {
  return off === undefined ? '' : topics.filter((topic) => !off.includes(topic)).join(' ');
}
