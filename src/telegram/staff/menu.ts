import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Command } from '../../conversation/conversation.ts';
import type { Locale } from '../../language/locale.ts';
import type { Texts } from '../../messages/texts.ts';
import { commandsOf } from '../../staff/permissions.ts';
import type { StaffRole } from '../../store/ports/staff.ts';
import { describeFailure } from '../failure.ts';
import type { TelegramLog } from '../log.ts';

/** Telegram's limit for the words of a command. */
const maxDescription = 256;

/** Telegram's menu of commands in the private chats of staff: theirs by role, then everybody's, in their own language. */
export interface StaffMenu {
  /** Shows what a role may do. Repeated calls with nothing new cost nothing. Failures are logged: whoever never wrote has no chat yet. */
  show(api: Api, id: string, role: StaffRole, locale: Locale): Promise<void>;
  /** Gives a chat everybody's menu back. */
  remove(api: Api, id: string): Promise<void>;
}

export function createStaffMenu(parts: {
  readonly texts: Texts;
  readonly commands: readonly Command[];
  readonly logger: TelegramLog;
}): StaffMenu {
  const shown = new Map<string, string>();
  const attempt = async (id: string, state: string, call: () => Promise<unknown>): Promise<void> => {
    const before = shown.get(id);
    if (before === state) return;
    shown.set(id, state);
    try {
      await call();
    } catch (error) {
      shown.delete(id);
      parts.logger.info({ reason: describeFailure(error) }, 'the menu of a member of staff could not be set');
    }
  };
  const scope = (id: string) => ({ scope: { type: 'chat', chat_id: Number(id) } }) as const;

  return {
    async show(api, id, role, locale) {
      const t = parts.texts.for(locale);
      const all = [...commandsOf(role), ...parts.commands];
      const list = all.map(
        (command): BotCommand => ({
          command,
          description: t(`command.${command}`).slice(0, maxDescription),
        }),
      );
      await attempt(id, `${role} ${locale}`, () => api.setMyCommands(list, scope(id)));
    },
    async remove(api, id) {
      await attempt(id, 'none', () => api.deleteMyCommands(scope(id)));
    },
  };
}
