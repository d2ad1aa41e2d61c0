import type { TelegramLog } from '../../src/telegram/log.ts';

const nothing = (): void => undefined;

/** A logger that says nothing. */
export const quiet: TelegramLog = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A logger that keeps what it was told. */
export function keepingLog(): TelegramLog & {
  readonly lines: { readonly level: string; readonly message: string; readonly details: object }[];
} {
  const lines: { level: string; message: string; details: object }[] = [];
  const at =
    (level: string) =>
    (details: object, message: string): void => {
      lines.push({ level, message, details });
    };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
