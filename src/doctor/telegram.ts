import { Api } from 'grammy';
import type { UserFromGetMe, WebhookInfo } from 'grammy/types';
import type { TelegramConfig } from '../config/config.ts';
import { describeFailure, failureOf } from '../telegram/failure.ts';
import { allowedUpdates } from '../telegram/updates.ts';
import { type Finding, fault, note, ok } from './finding.ts';

/** Updates waiting at Telegram above which something does not fetch them. */
const manyPending = 100;
/** An error of the webhook older than this is history. */
const freshErrorMs = 60 * 60_000;
/** Longest time for one call, in seconds: the operator waits in front of the terminal. */
const callSeconds = 10;

/** Token, webhook and the operators' group, as Telegram sees them. */
export async function examineTelegram(
  config: TelegramConfig | null,
  staffChatId: string | null,
  now: Date,
): Promise<readonly Finding[]> {
  if (config === null) return [note('BOT_TOKEN is not set: the web chat runs alone')];
  const api = new Api(config.token, { apiRoot: config.apiRoot, timeoutSeconds: callSeconds });
  let me: UserFromGetMe;
  try {
    me = await api.getMe();
  } catch (error) {
    return [
      failureOf(error) === 'token'
        ? fault(
            'Telegram refuses BOT_TOKEN',
            'take the current token from @BotFather (/token) and set BOT_TOKEN',
          )
        : fault(
            `Telegram cannot be reached at ${config.apiRoot}: ${describeFailure(error)}`,
            'check the network, a proxy in between and BOT_API_ROOT',
          ),
    ];
  }
  const findings = [ok(`the token is good: @${me.username}`)];
  if (!me.supports_inline_queries) {
    findings.push(note('inline mode is off; to let people use it: @BotFather, /setinline'));
  }
  try {
    findings.push(...examineWebhook(await api.getWebhookInfo(), config, now));
  } catch (error) {
    findings.push(
      fault(`getWebhookInfo failed: ${describeFailure(error)}`, 'run the doctor again in a minute'),
    );
  }
  findings.push(...(await examineStaffGroup(api, me, staffChatId)));
  return findings;
}

/** What getWebhookInfo tells against the configured mode. */
export function examineWebhook(info: WebhookInfo, config: TelegramConfig, now: Date): readonly Finding[] {
  const findings: Finding[] = [];
  const { url = '', pending_update_count: pending } = info;
  if (config.mode === 'polling') {
    findings.push(
      url === ''
        ? ok('no webhook is set, as polling needs')
        : fault(
            `a webhook is set (${hostOf(url)}), but BOT_MODE is polling: no updates can be fetched`,
            'start the bot, which removes it; if it comes back, another program uses this token: stop it or revoke the token',
          ),
    );
  } else if (url === '') {
    findings.push(
      fault('no webhook is set', 'start the bot: it sets the webhook; look at its log if it does not'),
    );
  } else if (url !== config.url) {
    findings.push(
      fault(
        `the webhook points to ${hostOf(url)}, WEBHOOK_URL to ${hostOf(config.url)}`,
        'restart the bot with the right WEBHOOK_URL; if the address changes back, another program uses this token',
      ),
    );
  } else findings.push(ok('the webhook points here'));

  const missing = allowedUpdates.filter((kind) => info.allowed_updates?.includes(kind) === false);
  if (config.mode === 'webhook' && url !== '' && missing.length > 0) {
    findings.push(
      fault(`Telegram does not send ${missing.join(', ')}`, 'restart the bot: it asks for all it needs'),
    );
  }
  const { last_error_date: at, last_error_message: message } = info;
  if (config.mode === 'webhook' && at !== undefined && message !== undefined) {
    const when = new Date(at * 1000);
    const what = `Telegram's last call of the webhook failed at ${when.toISOString()}: ${message}`;
    const fresh = now.getTime() - when.getTime() < freshErrorMs;
    findings.push(fresh ? fault(what, mendWebhook(message)) : note(what));
  }
  if (pending > manyPending) {
    findings.push(
      fault(
        `${pending} updates wait at Telegram`,
        'nobody fetches them: check that the bot runs and the faults above',
      ),
    );
  } else findings.push(ok(`${pending} updates wait at Telegram`));
  return findings;
}

/** Telegram's own words on why a webhook call failed, and what helps. */
function mendWebhook(message: string): string {
  if (/\b401\b/u.test(message))
    return 'WEBHOOK_SECRET differs from the one Telegram was given: restart the bot';
  if (/\b404\b/u.test(message))
    return 'WEBHOOK_URL must end in /telegram/webhook, and the proxy must pass it on';
  if (/\b403\b/u.test(message)) return 'something in front (firewall, proxy) refuses Telegram';
  if (/\b5\d\d\b/u.test(message)) return 'the bot or its database failed: see /readyz and the log';
  if (/ssl|certificate/iu.test(message))
    return "the certificate is not accepted: check the proxy's TLS and its full chain";
  if (/resolve|host/iu.test(message)) return 'the name in WEBHOOK_URL does not resolve: check DNS';
  return 'the address cannot be reached from outside: check the proxy and that port 443 is open';
}

async function examineStaffGroup(
  api: Api,
  me: UserFromGetMe,
  staffChatId: string | null,
): Promise<readonly Finding[]> {
  if (staffChatId === null) return [note('STAFF_CHAT_ID is not set: there is no desk')];
  try {
    const chat = await api.getChat(staffChatId);
    const member = await api.getChatMember(staffChatId, me.id);
    if (chat.type !== 'supergroup' || chat.is_forum !== true) {
      return [fault('the operators’ group has no topics', 'switch topics on in the settings of the group')];
    }
    if (member.status !== 'administrator' || member.can_manage_topics !== true) {
      return [
        fault(
          'the bot may not manage topics in the operators’ group',
          'make it an administrator there with the right "manage topics"',
        ),
      ];
    }
    return [ok('the operators’ group is ready')];
  } catch (error) {
    return [
      fault(
        `the operators’ group cannot be seen: ${describeFailure(error)}`,
        'check STAFF_CHAT_ID and add the bot to the group',
      ),
    ];
  }
}

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).host + new URL(url).pathname : 'a faulty address';
