import { autonym, locales } from '../language/locale.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import type { Texts } from '../messages/texts.ts';
import type { Store } from '../store/ports/store.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, tell } from './turns.ts';

/** Choosing the interface language; the answer to a question follows the question all the same. */
export function languageModule(
  store: Store,
  texts: Texts,
  welcome: (visit: Visit) => Reply,
): ConversationModule {
  return {
    name: 'language',
    async command(visit, command) {
      if (command !== 'language') return null;
      const blocks = [paragraph(visit.t('language.choose')), paragraph(visit.t('language.auto'))];
      return tell(visit, reply(visit.locale, blocks, languageButtons()));
    },
    async press(visit, action) {
      if (action.do !== 'language') return null;
      const { locale } = action;
      await store.people.prefer(visit.person.id, { locale }, 'choice');
      const now: Visit = { ...visit, locale, t: texts.for(locale) };
      return change(now, welcome(now));
    },
  };
}

/** The four interface languages, each by its own name. */
export function languageButtons(): Button[][] {
  return [
    locales
      .slice(0, 2)
      .map((locale) => ({ label: autonym(locale), action: { do: 'language', locale } as const })),
    locales
      .slice(2)
      .map((locale) => ({ label: autonym(locale), action: { do: 'language', locale } as const })),
  ];
}
