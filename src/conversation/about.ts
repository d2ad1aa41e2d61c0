import { heading, list, note, paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import { commands } from './conversation.ts';
import { languageButtons } from './language.ts';
import type { ConversationModule, Visit } from './module.ts';
import { tell } from './turns.ts';

function guides(visit: Pick<Visit, 't'>): Button {
  return { label: visit.t('guide.title'), action: { do: 'guides' } };
}

function topics(visit: Pick<Visit, 't'>): Button {
  return { label: visit.t('button.topics'), action: { do: 'topics' } };
}

/** `/start`, `/help`, `/privacy`, `/cancel`: what the product is and how it treats people. */
export function aboutModule(
  retentionDays: number,
  options: { /** Staff answer people. */ readonly desk?: boolean } = {},
): ConversationModule {
  return {
    name: 'about',
    async command(visit, command) {
      switch (command) {
        case 'start':
          return tell(visit, welcome(visit, true));
        case 'help':
          return tell(visit, help(visit));
        case 'privacy':
          return tell(visit, privacy(visit, retentionDays, options.desk === true));
        case 'ask_human':
          return tell(visit, reply(visit.locale, [paragraph(visit.t('human.unavailable'))]));
        case 'cancel':
          return tell(visit, reply(visit.locale, [paragraph(visit.t('error.nothing_to_cancel'))]));
        default:
          return null;
      }
    },
    async press(visit, action) {
      if (action.do !== 'human') return null;
      return tell(visit, reply(visit.locale, [paragraph(visit.t('human.unavailable'))]));
    },
  };
}

/** The first message. With `choice`, the four languages stand under it. */
export function welcome(visit: Pick<Visit, 'locale' | 't'>, choice: boolean): Reply {
  const { t } = visit;
  return reply(
    visit.locale,
    [
      paragraph(t('start.greeting')),
      paragraph(t('start.what')),
      note('info', t('start.limits')),
      paragraph(t('start.how')),
      ...(choice ? [paragraph(t('start.choose_language'))] : []),
    ],
    [...(choice ? languageButtons() : []), [topics(visit), guides(visit)]],
  );
}

function help(visit: Visit): Reply {
  const { t } = visit;
  const lines = commands
    .filter((command) => shown.has(command))
    .map((command) => `/${command} — ${t(`command.${command}`)}`);
  return reply(
    visit.locale,
    [
      heading(t('help.title')),
      paragraph(t('help.ask')),
      list(
        ['one', 'two', 'three'].map((name) => t(`help.examples.${name}`)),
        { title: t('help.examples_title') },
      ),
      list(lines, { title: t('help.commands_title') }),
      note('warning', t('help.privacy')),
    ],
    [[topics(visit)]],
  );
}

/** Commands worth a line in the help; the rest stand in Telegram's menu. */
const shown: ReadonlySet<string> = new Set([
  'topics',
  'guide',
  'contacts',
  'ask_human',
  'language',
  'reminders',
  'subscriptions',
  'privacy',
  'delete_me',
  'cancel',
]);

function privacy(visit: Visit, days: number, desk: boolean): Reply {
  const { t } = visit;
  return reply(
    visit.locale,
    [
      heading(t('privacy.title')),
      paragraph(t('privacy.what')),
      paragraph(t('privacy.why')),
      paragraph(t('privacy.how_long', { count: days })),
      paragraph(t('privacy.kept')),
      ...(desk ? [paragraph(t('desk.kept'))] : []),
      paragraph(t('privacy.not')),
      paragraph(t('privacy.delete')),
    ],
    [
      [{ label: t('privacy.my_data.button'), action: { do: 'my_data' } }],
      [{ label: t('command.delete_me'), action: { do: 'forget_ask' } }],
    ],
  );
}
