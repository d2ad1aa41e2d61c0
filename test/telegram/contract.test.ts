import { Bot } from 'grammy';
import { afterAll, beforeAll } from 'vitest';
import { decodeAction } from '../../src/messages/action.ts';
import { renderReply } from '../../src/telegram/render/render.ts';
import { createSender } from '../../src/telegram/send.ts';
import { type Face, facesContract, type Shown } from '../contract/faces.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { quiet } from '../support/quiet.ts';
import { texts } from '../support/texts.ts';

let api: FakeBotApi;
let person = 1000;

beforeAll(async () => {
  api = await startBotApi();
});
afterAll(() => api.close());

/** A label with the sign of its box, read apart. */
function boxed(text: string): { label: string; pressed?: boolean } {
  const [, sign, label = text] = /^(✅|⬜) (.*)$/u.exec(text) ?? [];
  return sign === undefined ? { label } : { label, pressed: sign === '✅' };
}

/** Telegram through the fake Bot API, which refuses what Telegram refuses. */
const telegram: Face = {
  async show(reply): Promise<Shown> {
    person += 1;
    const user = api.user(person);
    const bot = new Bot(api.token, { client: { apiRoot: api.root } });
    // A refusal must fail the test, not be mended by the fall-back to plain text.
    const strict = createSender(bot.api, {
      ...quiet,
      error: (details) => {
        throw new Error(JSON.stringify(details));
      },
    });
    for (const message of renderReply(reply, texts)) await strict.send(person, message);
    const messages = user.messages();
    const inEntities = messages.flatMap(({ text, entities }) =>
      entities.map((entity) => ({
        ...entity,
        words: text.slice(entity.offset, entity.offset + entity.length),
      })),
    );
    return {
      text: messages.map(({ text }) => text).join('\n'),
      folded: inEntities.filter(({ type }) => type === 'expandable_blockquote').map(({ words }) => words),
      links: inEntities.flatMap(({ url }) => (url === undefined ? [] : [url])),
      buttons: messages.flatMap(({ buttons }) =>
        buttons.flat().map((button) => ({
          ...boxed(button.text),
          ...(button.callback_data === undefined ? {} : { action: decodeAction(button.callback_data) }),
          ...(button.url === undefined ? {} : { url: button.url }),
          ...(button.copy_text === undefined ? {} : { copy: button.copy_text.text }),
        })),
      ),
    };
  },
};

facesContract('Telegram', () => telegram);
