import { dump } from 'js-yaml';
import type { Language } from '../language/locale.ts';
import { toCyrillic } from '../language/scripts/index.ts';
import type { QuestionGroup } from './cluster.ts';

/** What the editor must write: the content check names each of these until it is filled. */
const empty = { kk: '', ru: '' };

/**
 * An FAQ file prefilled from a group: everything the content schema wants stands in it, and the wordings people used.
 * Kazakh typed in Arabic or Latin letters is brought into Cyrillic, as wordings are written.
 * @param today ISO date of the draft
 */
export function prefilledFaq(
  group: QuestionGroup,
  options: {
    readonly today: string;
    readonly wordings: number;
    readonly related: readonly string[];
    /** Lines for the editor, put on top as comments. */
    readonly hints: readonly string[];
  },
): string {
  const file = {
    topic: 'drafts',
    title: empty,
    owner: '',
    entries: [
      {
        id: `drafts.q_${group.example.id}`,
        intents: [`drafts.q_${group.example.id}`],
        title: empty,
        questions: {
          kk: wordings(group, 'kk', options.wordings),
          ru: wordings(group, 'ru', options.wordings),
        },
        editions: [{ confidence: 'high', answer: empty, facts: [], sources: [{ source: '' }] }],
        checked: options.today,
        related: [...options.related],
      },
    ],
  };
  const comments = options.hints.map((line) => `# ${line}\n`).join('');
  return `${comments}\n${dump(file, { lineWidth: -1, noRefs: true })}`;
}

/** Distinct wordings in a language, most frequent first. */
function wordings({ questions }: QuestionGroup, language: Language, most: number): string[] {
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const question of questions) {
    if (question.language !== language) continue;
    const { text, script } = question;
    const cyrillic = (script === 'cyrl' ? text : toCyrillic(text, { from: script }))
      .replace(/\s+/gu, ' ')
      .trim();
    const key = cyrillic.toLowerCase();
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { text: cyrillic, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()]
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text);
}
