import { autonym, directionOf, type Locale, locales } from '../../language/locale.ts';
import type { Translate } from '../../messages/texts.ts';
import { type Html, html } from './html.ts';

/** Addresses of the page's own files, with hashes in their names. */
export interface AssetUrls {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly manifest: string;
}

export interface PageParts {
  readonly locale: Locale;
  readonly t: Translate;
  readonly assets: AssetUrls;
  /** Announcements above the conversation, already rendered. */
  readonly announcements?: Html | null;
  /** Messages, already rendered. */
  readonly messages: readonly Html[];
  /** Text to stand in the question box. */
  readonly draft: string;
  /** Newest message shown, for an open page to be told what comes after it; `null` = the visitor is not known yet. */
  readonly last?: number | null;
}

/** Commands offered on the page beside the question box. */
const commands = [
  'topics',
  'guide',
  'contacts',
  'ask_human',
  'reminders',
  'subscriptions',
  'help',
  'privacy',
] as const;

/** The whole page. It works as it is: the script only makes it quicker. */
export function page({
  locale,
  t,
  assets,
  announcements = null,
  messages,
  draft,
  last = null,
}: PageParts): string {
  const words = JSON.stringify({
    you: t('web.you'),
    bot: t('web.bot'),
    official: t('web.official'),
    unofficial: t('web.unofficial'),
    map: t('contact.map'),
    thinking: t('web.thinking'),
    error: t('web.error'),
    slow_down: t('web.slow_down'),
    offline: t('web.offline'),
    copied: t('web.copied'),
    deleted: t('web.deleted'),
  });
  const markup = html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('web.title')}</title>
<meta name="description" content="${t('web.subtitle')}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#00707f">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="manifest" href="${assets.manifest}">
<link rel="stylesheet" href="${assets.style}">
</head>
<body data-words="${words}">
<a class="skip" href="#question">${t('web.skip')}</a>
<header class="top">
<div class="brand"><img src="${assets.icon}" alt="" width="40" height="40"><div><h1>${t('web.brand')}</h1><p>${t('web.subtitle')}</p></div></div>
<nav class="languages" aria-label="${t('web.language')}"><ul>${locales.map((each) => html`<li><a href="/?lang=${each}" lang="${each}" hreflang="${each}"${each === locale ? html` aria-current="true"` : null}>${autonym(each)}</a></li>`)}</ul></nav>
</header>
<main>${announcements}
<div class="log" id="log" role="log" aria-label="${t('web.history')}" aria-live="polite" tabindex="0"${last === null ? null : html` data-last="${last}"`}>${messages}</div>
<p class="status" id="status" role="status"></p>
<form class="ask" id="ask" method="post" action="/chat" data-chat>
<label for="question">${t('web.question_label')}</label>
<div class="line"><textarea id="question" name="text" rows="2" maxlength="2000" required dir="auto" placeholder="${t('web.question_hint')}" autocomplete="off">${draft}</textarea>
<button class="send" type="submit">${t('web.send')}</button></div>
</form>
<form class="commands" method="post" action="/chat" data-chat>${commands.map((command) => html`<button name="command" value="${command}">${t(`command.${command}`)}</button>`)}<button name="command" value="clear_history">${t('web.delete_history')}</button></form>
<noscript><p class="note info">${t('web.no_script')}</p></noscript>
</main>
<footer class="bottom"><p>${t('web.footer')}</p></footer>
<script src="${assets.script}" defer></script>
</body>
</html>`;
  return markup.text;
}
