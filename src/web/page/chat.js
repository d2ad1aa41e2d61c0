// @ts-check
/**
 * The chat page's own script. The page works without it, as forms that come back with the conversation; with it the
 * answer arrives without a new page. Everything said is built as nodes, never as markup, and is the same elements as
 * the server renders, so that a reload changes nothing. Plain JavaScript in one file: it is served as it stands.
 */
(() => {
  /**
   * @typedef {{type: 'text' | 'strong', text: string} | {type: 'link', text: string, url: string}} Inline
   * @typedef {{line: string, url?: string}} Citation
   * @typedef {{type: 'heading', text: string}
   *   | {type: 'paragraph', content: Inline[]}
   *   | {type: 'list', ordered: boolean, title?: string, items: string[]}
   *   | {type: 'quote', title: string, text: string, lang: string, dir: string, official: boolean}
   *   | {type: 'note', tone: string, text: string}
   *   | {type: 'sources', title: string, items: Citation[]}
   *   | {type: 'table', title: string, columns: string[], rows: {label: string, cells: string[]}[]}
   *   | {type: 'contact', name: string, lines: string[], phones: string[], url?: string, map?: string}} Block
   * @typedef {{label: string, code: string, pressed?: boolean} | {label: string, url: string} | {label: string, copy: string}} Button
   * @typedef {{locale: string, dir: string, blocks: Block[], buttons: Button[][]}} Reply
   * @typedef {{replies: Reply[], replace: boolean, notice?: string, locale: string, files?: {name: string, type: string, base64: string}[]}} Turn
   * @typedef {{text: string} | {action: string} | {command: string}} Input
   * @typedef {Record<'you' | 'bot' | 'official' | 'unofficial' | 'map' | 'thinking' | 'error' | 'slow_down' | 'offline' | 'copied' | 'deleted', string>} Words
   */

  const log = /** @type {HTMLElement} */ (document.getElementById('log'));
  const status = /** @type {HTMLElement} */ (document.getElementById('status'));
  const ask = /** @type {HTMLFormElement} */ (document.getElementById('ask'));
  const question = /** @type {HTMLTextAreaElement} */ (document.getElementById('question'));
  /** @type {Words} */
  const words = JSON.parse(document.body.dataset.words || '{}');

  /** Networks of the steppe are slow, but an answer after this long will not come. */
  const patienceMs = 45_000;
  /** Most answers come sooner: a screen reader should not say "searching" over each of them. */
  const quickMs = 300;
  /** Where the focus goes after a page that came back in another language. */
  const focusKey = 'bagdar.focus';

  let busy = false;
  /** Text that waits for the network. */
  let waiting = '';

  // ── Nodes ──

  /**
   * @param {string} name
   * @param {Record<string, string | undefined>} [attributes] those without a value are left out
   * @param {...(Node | string | null)} children texts become text nodes
   */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(key, value);
    }
    // An empty text would be a node that the server's markup has not.
    made.append(...children.filter((child) => child !== null && child !== '').map((child) => child ?? ''));
    return made;
  }

  /** @param {readonly string[]} items */
  const lines = (items) => items.map((item) => element('li', {}, item));

  /** @param {string} text */
  const withoutIsolates = (text) => text.replace(/[\u2066-\u2069]/gu, '');

  /**
   * A link that leaves the page, or its text alone when the address is no web address.
   * @param {string} url
   * @param {string} text
   * @param {string} [kind]
   */
  function link(url, text, kind) {
    let protocol = '';
    try {
      // A path of our own page is an address too.
      protocol = /^\/\w[\w./-]*$/u.test(url) ? 'https:' : new URL(url).protocol;
    } catch {
      // Not an address: shown as text below.
    }
    if (protocol !== 'https:' && protocol !== 'http:') return text;
    return element('a', { class: kind, href: url, rel: 'noopener noreferrer', target: '_blank' }, text);
  }

  /** @param {Inline} inline */
  function inlineNode(inline) {
    if (inline.type === 'strong') return element('strong', {}, inline.text);
    return inline.type === 'link' ? link(inline.url, inline.text) : inline.text;
  }

  /**
   * @param {Block} block
   * @returns {(Node | string)[]}
   */
  function blockNodes(block) {
    switch (block.type) {
      case 'heading':
        return [element('h3', {}, block.text)];
      case 'paragraph':
        return [element('p', {}, ...block.content.map(inlineNode))];
      case 'list': {
        const list = element(block.ordered ? 'ol' : 'ul', {}, ...lines(block.items));
        return block.title === undefined ? [list] : [element('h3', {}, block.title), list];
      }
      case 'quote': {
        const mark = element('span', { class: 'mark' }, block.official ? words.official : words.unofficial);
        return [
          element(
            'details',
            { class: block.official ? 'quote official' : 'quote' },
            element('summary', {}, block.title, mark),
            element('blockquote', { lang: block.lang, dir: block.dir }, block.text),
          ),
        ];
      }
      case 'note': {
        const role = block.tone === 'urgent' ? 'alert' : undefined;
        return [element('p', { class: `note ${block.tone}`, role }, block.text)];
      }
      case 'sources': {
        const items = block.items.map(({ line, url }) =>
          element('li', {}, url === undefined ? line : link(url, line)),
        );
        const title = element('h3', {}, block.title);
        return [element('footer', { class: 'sources' }, title, element('ul', {}, ...items))];
      }
      case 'table':
        return [tableNode(block)];
      case 'contact': {
        const { name, phones, url, map } = block;
        const ways = [
          ...phones.map((phone) =>
            element(
              'a',
              { class: 'way', href: `tel:${phone.replace(/[^\d+]/gu, '')}` },
              `☎ ${withoutIsolates(phone)}`,
            ),
          ),
          url === undefined ? null : link(url, url.replace(/^https?:\/\/(?:www\.)?/u, ''), 'way'),
          map === undefined ? null : link(map, words.map, 'way'),
        ];
        return [
          element(
            'section',
            { class: 'contact' },
            element('h3', {}, name),
            element('ul', {}, ...lines(block.lines)),
            element('p', { class: 'ways' }, ...ways),
          ),
        ];
      }
      default:
        // A kind that this copy of the script does not know: a newer page has it.
        return [];
    }
  }

  /** @param {Extract<Block, {type: 'table'}>} block */
  function tableNode({ title, columns, rows }) {
    const heads = columns.map((column) => element('th', { scope: 'col' }, column));
    const body = rows.map(({ label, cells }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, label),
        ...cells.map((cell, index) => element('td', { 'data-column': columns[index] || '' }, cell)),
      ),
    );
    return element(
      'div',
      { class: 'table', tabindex: '0', role: 'region', 'aria-label': title },
      element(
        'table',
        {},
        element('caption', {}, title),
        element('thead', {}, element('tr', {}, element('td'), ...heads)),
        element('tbody', {}, ...body),
      ),
    );
  }

  /** @param {Button} button */
  function buttonNode(button) {
    if ('url' in button) return link(button.url, button.label, 'button');
    if ('copy' in button) {
      const copy = withoutIsolates(button.copy);
      return element('button', { type: 'button', class: 'button', 'data-copy': copy }, button.label);
    }
    const pressed = button.pressed === undefined ? undefined : String(button.pressed);
    const attributes = { class: 'button', name: 'action', value: button.code, 'aria-pressed': pressed };
    return element('button', attributes, button.label);
  }

  /**
   * Saves the files of a turn, and leaves a link to each under its message for whoever lost the first one.
   * @param {Turn} turn
   * @param {Element | undefined} article
   */
  function saveFiles(turn, article) {
    for (const { name, type, base64 } of turn.files ?? []) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const href = URL.createObjectURL(new Blob([bytes], { type }));
      const save = /** @type {HTMLAnchorElement} */ (
        element('a', { class: 'button', href, download: name }, name)
      );
      article?.append(element('p', { class: 'ways' }, save));
      save.click();
    }
  }

  /** @param {Reply} reply */
  function replyArticle(reply) {
    const rows = reply.buttons.map((row) => element('div', { class: 'row' }, ...row.map(buttonNode)));
    const form = { class: 'buttons', method: 'post', action: '/chat', 'data-chat': '' };
    const article = element(
      'article',
      { class: 'message bot', id: nextId(), 'data-author': 'bot', lang: reply.locale, dir: reply.dir },
      element('h2', { class: 'hidden' }, words.bot),
      ...reply.blocks.flatMap(blockNodes),
      rows.length === 0 ? null : element('form', form, ...rows),
    );
    // Neighbouring texts become one, as they are when markup is read.
    article.normalize();
    return article;
  }

  /** @param {string} text */
  function userArticle(text) {
    return element(
      'article',
      { class: 'message user', id: nextId(), 'data-author': 'user' },
      element('h2', { class: 'hidden' }, words.you),
      element('p', { dir: 'auto' }, text),
    );
  }

  let lastNumber = 0;
  /** Ids go on after the server's: `m1`, `m2`, … */
  function nextId() {
    do lastNumber += 1;
    while (document.getElementById(`m${lastNumber}`) !== null);
    return `m${lastNumber}`;
  }

  // ── Sending ──

  /**
   * @typedef {{ok: true, turn: Turn, user?: string} | {ok: false, message: string}} Sent
   * @param {Input} input
   * @returns {Promise<Sent>}
   */
  async function send(input) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patienceMs);
    try {
      const response = await fetch('/api/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(input),
        signal: stop.signal,
      });
      // Only the first of many is answered in words.
      if (response.status === 429) return { ok: false, message: words.slow_down };
      const body = await response.json();
      if (response.ok) {
        last ??= '0';
        void listen();
        return { ok: true, turn: body.turn, user: body.user };
      }
      return { ok: false, message: body.message || words.error };
    } catch {
      return { ok: false, message: navigator.onLine === false ? words.offline : words.error };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Sends one thing at a time: a second press while the first is on its way is the impatience of a slow network.
   * @template T
   * @param {() => Promise<T>} work
   */
  async function alone(work) {
    if (busy) return;
    busy = true;
    log.setAttribute('aria-busy', 'true');
    say('');
    const timer = setTimeout(() => say(words.thinking, 'thinking'), quickMs);
    try {
      await work();
    } finally {
      clearTimeout(timer);
      if (status.dataset.kind === 'thinking') say('');
      log.removeAttribute('aria-busy');
      busy = false;
    }
  }

  /** Sends the text in the box. A text that did not arrive comes back to the box. */
  function askQuestion() {
    const text = question.value.trim();
    if (text === '') {
      question.focus();
      return;
    }
    if (navigator.onLine === false) {
      waiting = text;
      say(words.offline, 'error');
      return;
    }
    waiting = '';
    void alone(async () => {
      const own = userArticle(text);
      log.append(own);
      question.value = '';
      show(own);
      const sent = await send({ text });
      if (!sent.ok) {
        own.remove();
        // What was typed meanwhile stays, after what was not sent.
        question.value = [text, question.value].filter((part) => part.trim() !== '').join('\n');
        if (navigator.onLine === false) waiting = question.value.trim();
        say(sent.message, 'error');
        return;
      }
      // The server masks personal numbers: from here on they stand nowhere, the page included.
      const paragraph = own.querySelector('p');
      if (paragraph !== null && sent.user !== undefined) paragraph.textContent = sent.user;
      if (inAnotherLanguage(sent.turn, 'question')) return;
      const articles = sent.turn.replies.map(replyArticle);
      log.append(...articles);
      saveFiles(sent.turn, articles[articles.length - 1]);
      // The question stays in sight above its answer unless it is a long one.
      const short = own.offsetHeight < window.innerHeight / 4;
      show(short ? own : (articles[0] ?? own));
      if (sent.turn.notice !== undefined) say(sent.turn.notice);
    });
  }

  /**
   * Sends a button of a message or a command.
   * @param {HTMLElement} button
   * @param {Input} input
   */
  function press(button, input) {
    void alone(async () => {
      const sent = await send(input);
      if (!sent.ok) {
        say(sent.message, 'error');
        return;
      }
      const { turn, user } = sent;
      if (inAnotherLanguage(turn, 'message')) return;
      // Someone who has gone on to type, or to read elsewhere, is not called back.
      const here = document.activeElement === button || document.activeElement === document.body;
      const articles = turn.replies.map(replyArticle);
      const old = button.closest('article');
      let own = null;
      if (turn.replace && old !== null && articles.length > 0) {
        old.replaceWith(...articles);
      } else {
        if (user !== undefined) own = userArticle(user);
        log.append(...(own === null ? [] : [own]), ...articles);
      }
      saveFiles(turn, articles[articles.length - 1]);
      const first = articles[0];
      if (first !== undefined) {
        const again = turn.replace ? sameBox(first, button) : null;
        if (again !== null) {
          // A box that was ticked keeps its place under the finger and the focus.
          again.focus({ preventScroll: true });
        } else {
          show(own ?? first);
          if (here) focusOn(first);
        }
      }
      if (turn.notice !== undefined) say(turn.notice);
    });
  }

  /**
   * The box in a message shown anew that stands for the one that was pressed: its code differs by the state only.
   * @param {Element} article
   * @param {HTMLElement} button
   */
  function sameBox(article, button) {
    if (!button.hasAttribute('aria-pressed')) return null;
    const name = (/** @type {Element} */ box) => (box.getAttribute('value') ?? '').replace(/:\d$/u, '');
    const boxes = [...article.querySelectorAll('button[aria-pressed]')];
    return /** @type {HTMLElement | null} */ (boxes.find((box) => name(box) === name(button)) ?? null);
  }

  function clearHistory() {
    void alone(async () => {
      try {
        const response = await fetch('/api/history', { method: 'DELETE' });
        if (!response.ok) throw new Error(String(response.status));
        log.replaceChildren();
        say(words.deleted);
      } catch {
        say(words.error, 'error');
      }
    });
  }

  // ── What comes by itself: an operator's reply, a reminder, an announcement ──

  /** A page that nobody looks at for so long stops asking. */
  const hiddenMs = 10 * 60_000;
  const title = document.title;
  /** Id of the last message of this kind; without one the visitor is not known yet. */
  let last = log.dataset.last;
  let listening = false;
  let unread = 0;
  let pause = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let sleepy;

  /** @param {number} seconds */
  const rest = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

  async function listen() {
    if (listening || last === undefined) return;
    listening = true;
    const { signal } = pause;
    for (let failures = 0; !signal.aborted && last !== undefined; ) {
      try {
        const response = await fetch(`/api/messages?after=${last}`, { signal });
        // The session is over: nothing can come.
        if (response.status === 204) last = undefined;
        if (!response.ok) throw new Error(String(response.status));
        if (last === undefined) break;
        const mail = await response.json();
        failures = 0;
        last = String(mail.last);
        received(mail.replies);
        if (mail.pause > 0) await rest(mail.pause);
      } catch {
        failures += 1;
        if (!signal.aborted) await rest(Math.min(60, 2 ** failures) * (0.5 + Math.random()));
      }
    }
    listening = false;
  }

  /** @param {Reply[]} replies */
  function received(replies) {
    if (replies.length === 0) return;
    const bottom = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 80;
    const articles = replies.map(replyArticle);
    log.append(...articles);
    // Someone who reads further up is not torn away; the log reads the message out all the same.
    if (bottom && articles[0] !== undefined) show(articles[0]);
    if (!document.hidden) return;
    unread += replies.length;
    document.title = `(${unread}) ${title}`;
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(sleepy);
    if (document.hidden) {
      sleepy = setTimeout(() => pause.abort(), hiddenMs);
      return;
    }
    unread = 0;
    document.title = title;
    if (pause.signal.aborted) pause = new AbortController();
    void listen();
  });

  // ── What a person sees and hears ──

  /**
   * @param {string} text
   * @param {'' | 'thinking' | 'error'} [kind]
   */
  function say(text, kind = '') {
    status.textContent = text;
    status.dataset.kind = kind;
  }

  /** Brings the beginning of a message into view. @param {Element} article */
  function show(article) {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    article.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  }

  /**
   * Puts the focus at a message's start: on its heading, for a focused article would be read out whole while the log
   * is already reading it.
   * @param {Element} article
   */
  function focusOn(article) {
    const heading = article.querySelector('h2');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true });
    heading.focus({ preventScroll: true });
  }

  /**
   * The page's own words are in one language: when the person's changes, the page comes anew, with the history.
   * @param {Turn} turn
   * @param {'question' | 'message'} focus
   */
  function inAnotherLanguage(turn, focus) {
    if (turn.locale === document.documentElement.lang) return false;
    try {
      sessionStorage.setItem(focusKey, focus);
    } catch {
      // Without storage (blocked in a frame) only the focus is lost.
    }
    location.replace('/');
    return true;
  }

  /** After a reload the newest messages are what the person came back for. */
  function arrive() {
    let focus = null;
    try {
      focus = sessionStorage.getItem(focusKey);
      sessionStorage.removeItem(focusKey);
    } catch {
      // As above.
    }
    const articles = log.querySelectorAll('article');
    const last = articles[articles.length - 1];
    if (last === undefined || articles.length === 1) return;
    if (location.hash === '') {
      const before = articles[articles.length - 2];
      (before?.matches('.user') ? before : last).scrollIntoView({ block: 'start' });
    }
    if (focus === 'question') question.focus({ preventScroll: true });
    if (focus === 'message') focusOn(last);
  }

  /** @param {HTMLElement} button */
  async function copy(button) {
    const text = button.dataset.copy || '';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard outside https, and in older browsers.
      const field = /** @type {HTMLTextAreaElement} */ (element('textarea', { readonly: '' }));
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      button.focus({ preventScroll: true });
    }
    say('');
    say(words.copied);
  }

  // ── What a person does ──

  document.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches('form[data-chat]')) return;
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter ?? null);
    if (form === ask) {
      event.preventDefault();
      askQuestion();
      return;
    }
    // An old browser does not say which button it was: then the form is sent the plain way.
    if (button === null) return;
    event.preventDefault();
    if (button.name === 'action') press(button, { action: button.value });
    else if (button.value === 'clear_history') clearHistory();
    else press(button, { command: button.value });
  });

  document.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest('[data-copy]'));
    if (button !== null) void copy(button);
  });

  question.addEventListener('keydown', (event) => {
    // In the middle of an input method's word (Chinese, Japanese) Enter chooses the word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    askQuestion();
  });

  question.addEventListener('input', () => {
    // A text being changed is no longer the one that was to be sent by itself.
    if (waiting !== '' && question.value.trim() !== waiting) waiting = '';
  });

  window.addEventListener('online', () => {
    if (waiting !== '' && question.value.trim() === waiting) askQuestion();
  });

  // The browser's own "fill in this field" would stand in its language, not in the reader's.
  ask.noValidate = true;
  question.enterKeyHint = 'send';
  arrive();
  void listen();
})();
