import { createHash } from 'node:crypto';
import type { Turn } from '../../conversation/conversation.ts';
import { change, notice, tell } from '../../conversation/turns.ts';
import { autonym, localeFor } from '../../language/locale.ts';
import { heading, list, note, paragraph, reply } from '../../messages/build.ts';
import type { Button, Reply } from '../../messages/reply.ts';
import type { QuestionGroup } from '../../reviews/cluster.ts';
import type { EditorsInbox } from '../../reviews/inbox.ts';
import type { ReviewPolicy } from '../../reviews/policy.ts';
import { prefilledFaq } from '../../reviews/prefilled.ts';
import { may } from '../../staff/permissions.ts';
import type { Audit } from '../../store/ports/audit.ts';
import { reviewMarks } from '../../store/ports/reviews.ts';
import { type StaffFeature, type StaffVisit, staffFeature } from './feature.ts';

export interface InboxFeatureParts {
  readonly inbox: EditorsInbox;
  readonly policy: Pick<ReviewPolicy, 'page' | 'wordings' | 'days'>;
  readonly audit: Pick<Audit, 'write'>;
  readonly today: () => string;
}

/** Longest line of a question in a list. */
const mostShown = 90;
/** Wordings shown with a group. */
const mostWordings = 5;

/** `/inbox`: what people asked and got no good answer to, grouped; each group becomes an entry, an answer, or is put away. */
export function inboxFeature({ inbox, policy, audit, today }: InboxFeatureParts): StaffFeature {
  return staffFeature({
    command: 'inbox',
    handle: async (visit) => tell(visit, await page(visit, 0)),
    async press(visit, [what = '', id = '', third = '']) {
      if (what === 'list') return change(visit, await page(visit, Number(id) || 0));
      const group = await inbox.find(id);
      if (group === null) return notice(visit, visit.t('inbox.gone'));
      switch (what) {
        case 'show':
          return change(visit, groupScreen(visit, group));
        case 'file':
          return fileOf(visit, group);
        case 'answer':
          return await answered(visit, group, third);
        case 'mark': {
          const mark = reviewMarks.find((known) => known === third);
          if (mark === undefined) return null;
          await inbox.mark(group, mark);
          await noted(visit, `inbox.${mark}`, group, {});
          return change(visit, await page(visit, 0));
        }
        default:
          return null;
      }
    },
  });

  async function page(visit: StaffVisit, wanted: number): Promise<Reply> {
    const { t, locale } = visit;
    const groups = await inbox.groups();
    if (groups.length === 0) return reply(locale, [paragraph(t('inbox.empty', { count: policy.days }))]);
    const pages = Math.ceil(groups.length / policy.page);
    const at = Math.min(Math.max(0, wanted), pages - 1);
    const shown = groups.slice(at * policy.page, (at + 1) * policy.page);
    const first = at * policy.page;
    const turn = (to: number, label: string): Button[] =>
      to < 0 || to >= pages ? [] : [{ label: t(label), action: action('list', String(to)) }];
    return reply(
      locale,
      [
        heading(t('inbox.title', { count: policy.days })),
        paragraph(t('inbox.total', { groups: groups.length, questions: total(groups) })),
        ...shown.map((group, index) =>
          paragraph(`${first + index + 1}. «${shortened(group.example.text)}»\n${counts(visit, group)}`),
        ),
      ],
      [
        shown.map((group, index) => ({
          label: String(first + index + 1),
          action: action('show', group.example.id),
        })),
        [...turn(at - 1, 'button.back'), ...turn(at + 1, 'button.next')],
      ],
    );
  }

  function groupScreen(visit: StaffVisit, group: QuestionGroup): Reply {
    const { t, locale, role } = visit;
    const near = inbox.nearest(group);
    const waiting = inbox.waiting(group);
    const { id } = group.example;
    const texts = [...new Set(group.questions.map(({ text }) => shortened(text)))].slice(0, mostWordings);
    const reasons = group.questions.flatMap(({ feedbackReason }) =>
      feedbackReason === null ? [] : [t(`feedback.reason.${feedbackReason}`)],
    );
    // Operators read along; content and messages to people are the editors'.
    const edits = may(role, 'announce');
    return reply(
      locale,
      [
        heading(`«${shortened(group.example.text)}»`),
        paragraph(counts(visit, group)),
        list(texts, { title: t('inbox.wordings') }),
        ...(reasons.length === 0 ? [] : [list([...new Set(reasons)], { title: t('inbox.reasons') })]),
        ...(near.length === 0
          ? [note('info', t('inbox.nothing_near'))]
          : [
              list(
                near.map(({ title }) => title),
                { title: t('inbox.near') },
              ),
            ]),
        ...(waiting === 0 || !edits ? [] : [note('info', t('inbox.can_answer', { count: waiting }))]),
      ],
      [
        ...(waiting === 0 || !edits
          ? []
          : near.map(({ entry, title }): Button[] => [
              { label: `🔔 ${title}`, action: action('answer', id, short(entry)) },
            ])),
        ...(edits
          ? [
              [{ label: t('inbox.file'), action: action('file', id) }],
              reviewMarks.map((mark) => ({ label: t(`inbox.${mark}`), action: action('mark', id, mark) })),
            ]
          : []),
        [{ label: t('inbox.back'), action: action('list', '0') }],
      ],
    );
  }

  function fileOf(visit: StaffVisit, group: QuestionGroup): Turn | null {
    if (!may(visit.role, 'announce')) return notice(visit, visit.t('staff.not_yours'));
    const yaml = prefilledFaq(group, {
      today: today(),
      wordings: policy.wordings,
      related: inbox.nearest(group).flatMap(({ entry }) => (entry.startsWith('rules.') ? [] : [entry])),
      hints: [
        visit.t('inbox.hint_from', { count: group.questions.length }),
        visit.t('inbox.hint_fill'),
        visit.t('inbox.hint_check'),
      ],
    });
    return {
      ...tell(visit),
      files: [
        {
          name: `faq-${group.example.id}.yaml`,
          type: 'application/yaml; charset=utf-8',
          bytes: Buffer.from(yaml),
        },
      ],
    };
  }

  async function answered(visit: StaffVisit, group: QuestionGroup, named: string): Promise<Turn | null> {
    if (!may(visit.role, 'announce')) return notice(visit, visit.t('staff.not_yours'));
    const entry = inbox.nearest(group).find((choice) => short(choice.entry) === named)?.entry;
    if (entry === undefined) return null;
    const count = await inbox.answer(group, entry);
    await noted(visit, 'inbox.answered', group, { entry, people: count });
    return notice(visit, visit.t('inbox.answered', { count }));
  }

  async function noted(
    visit: StaffVisit,
    what: string,
    group: QuestionGroup,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await audit.write({
      channel: 'telegram',
      actor: visit.person.id,
      action: what,
      target: group.example.id,
      details: { ...details, questions: group.questions.length },
    });
  }
}

function action(...args: string[]): { do: 'staff'; command: 'inbox'; args: string[] } {
  return { do: 'staff', command: 'inbox', args };
}

/** An entry's id in a button, where the whole would not fit beside the question's. */
function short(entry: string): string {
  return createHash('sha256').update(entry).digest('hex').slice(0, 10);
}

/** How often, in which languages and scripts, rated how, and how many want to hear of it. */
function counts({ t }: StaffVisit, group: QuestionGroup): string {
  const writing = new Map<string, number>();
  for (const { language, script } of group.questions) {
    const name = autonym(localeFor(language, script));
    writing.set(name, (writing.get(name) ?? 0) + 1);
  }
  const bad = group.questions.filter(({ helpful }) => helpful === false).length;
  const told = group.questions.filter(({ hearBack }) => hearBack).length;
  return [
    t('inbox.times', { count: group.questions.length }),
    [...writing].map(([name, count]) => `${name} ${count}`).join(', '),
    ...(bad === 0 ? [] : [`👎 ${bad}`]),
    ...(told === 0 ? [] : [`🔔 ${told}`]),
  ].join(' · ');
}

function total(groups: readonly QuestionGroup[]): number {
  return groups.reduce((sum, group) => sum + group.questions.length, 0);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= mostShown ? line : `${line.slice(0, mostShown).toWellFormed()}…`;
}
