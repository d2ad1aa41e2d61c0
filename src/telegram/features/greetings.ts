/** Greetings of people who came back, so that the `/start` their app sends along is not answered a second time. */
export interface Greetings {
  /** @param date Telegram's time of the event, in seconds. */
  greeted(chat: number, date: number): void;
  justGreeted(chat: number, date: number): boolean;
}

/** An app's "Restart" button unblocks the bot and sends `/start` within this many seconds. */
const together = 5;
const remembered = 1000;

export function createGreetings(): Greetings {
  const dates = new Map<number, number>();
  return {
    greeted(chat, date) {
      if (dates.size >= remembered) dates.clear();
      dates.set(chat, date);
    },
    justGreeted(chat, date) {
      const at = dates.get(chat);
      dates.delete(chat);
      return at !== undefined && Math.abs(date - at) <= together;
    },
  };
}
