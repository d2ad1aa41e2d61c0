import { holds } from '../knowledge/guides/conditions.ts';
import type { Guide, GuideSection } from '../knowledge/schema/guide.ts';
import { unknownValue } from '../knowledge/schema/guide.ts';
import { scriptOf } from '../language/locale.ts';
import { heading, list, note, reply } from '../messages/build.ts';
import type { Block, Button, Citation, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import { dutyBlocks } from './duty-blocks.ts';
import type { GuidePosition } from './engine.ts';
import { answerLabel } from './labels.ts';
import { moneyBlocks } from './money-blocks.ts';
import { outcomeButtons } from './outcome-buttons.ts';
import type { GuideContent } from './parts.ts';
import { quotaBlocks } from './quota.ts';
import { move } from './step-reply.ts';

type Findings = readonly Extract<GuideSection, { kind: 'finding' }>[];

/** Signs of a reason: for, against, not decided by the sources. */
const signs = { fits: '✓', against: '✗', open: '?' } as const;

/**
 * The end of a guide: reasons with their clauses, what to do, papers, days, who to turn to, and what stays
 * uncertain. Pieces whose condition does not hold are left out; the order is the content's.
 *
 * @param fallbackRegion the person's own region, for bodies when the guide did not ask for one
 */
export function outcomeReply(
  guide: Guide,
  position: Extract<GuidePosition, { type: 'outcome' }>,
  content: GuideContent,
  speaker: Speaker,
  today: string,
  fallbackRegion: string | null,
): Reply {
  const { outcome, given } = position;
  const answers = Object.fromEntries(given.map(({ step, value }) => [step.id, value]));
  const active = outcome.sections.filter(({ when }) => holds(when, answers, guide));
  const findings = active.filter((section) => section.kind === 'finding');
  const blocks: Block[] = [
    heading(speaker.say(outcome.title)),
    list(
      given.map(
        ({ step, value }) =>
          `${speaker.say(step.name)}: ${answerLabel(step, value, content.knowledge, speaker)}`,
      ),
      { title: speaker.t('guide.your_answers') },
    ),
    ...findingBlocks(findings, content, speaker),
    ...active.flatMap((section) => piece(section)),
    note('uncertain', `${speaker.t('answer.uncertain')}: ${speaker.say(outcome.uncertain)}`),
    ...(scriptOf(speaker.locale) === 'cyrl' ? [] : [note('converted', speaker.t('answer.converted_note'))]),
  ];
  return reply(speaker.locale, blocks, [
    ...outcomeButtons(active, answers, content, speaker, today),
    ...outcome.more.flatMap((id) => readOn(id)),
    ...nextGuide(),
    [move(guide, 'change', 'guide.change', speaker), move(guide, 'over', 'button.start_over', speaker)],
    [{ label: speaker.t('guide.others'), action: { do: 'guides' } }],
  ]);

  function piece(section: GuideSection): readonly Block[] {
    switch (section.kind) {
      case 'finding':
        return [];
      case 'entry': {
        const shown = content.entry(section.entry, section.show, speaker, today);
        return [heading(shown.title), ...shown.blocks];
      }
      case 'checklist': {
        const papers = content.papers(section.entry, speaker, today);
        const title = speaker.t('guide.checklist', { title: papers.title });
        return [heading(title), list(papers.items), ...papers.below];
      }
      case 'body': {
        const place = guide.steps.find(({ id }) => id === section.place);
        const value = known(section.place);
        return content.contact(
          section.body,
          {
            region: place?.kind === 'region' && value !== null ? value : fallbackRegion,
            country: place?.kind === 'country' ? value : null,
          },
          speaker,
        );
      }
      case 'duties':
        return dutyBlocks(section, answers, content, speaker, today);
      case 'quota': {
        const region = known(section.region);
        return region === null ? [] : quotaBlocks(section.figures, region, content, speaker, today);
      }
      case 'relocation_aid':
        return moneyBlocks(section, counted(section.people), content, speaker, today);
      case 'rent_aid':
      case 'labour_tax':
        return moneyBlocks(section, counted(section.months), content, speaker, today);
      case 'certificate':
      case 'fines':
        return moneyBlocks(section, null, content, speaker, today);
    }
  }

  function known(step: string | undefined): string | null {
    const value = step === undefined ? undefined : answers[step];
    return value === undefined || value === unknownValue ? null : value;
  }

  function counted(step: string | undefined): number | null {
    const value = known(step);
    return value === null ? null : Number(value);
  }

  function readOn(id: string): Button[][] {
    const found = content.titleOf(id);
    return found === null ? [] : [[{ label: speaker.say(found.title), action: { do: found.kind, id } }]];
  }

  function nextGuide(): Button[][] {
    const next = outcome.next === undefined ? undefined : content.knowledge.guides.get(outcome.next);
    if (next === undefined) return [];
    const label = speaker.t('guide.next', { title: speaker.say(next.title) });
    return [[{ label, action: { do: 'guide', id: next.id } }]];
  }
}

function findingBlocks(findings: Findings, content: GuideContent, speaker: Speaker): Block[] {
  if (findings.length === 0) return [];
  const cited = findings.map((finding) => ({
    finding,
    citations: finding.sources.map((reference) => content.cite(reference, speaker)),
  }));
  const lines = cited.map(({ finding, citations }) => {
    // The clause stands beside its reason; acts cited as a whole are named by the sources below.
    const clauses = citations.flatMap(({ clause }) => (clause === undefined ? [] : [clause]));
    const clause = clauses.length === 0 ? '' : ` (${speaker.join(clauses)})`;
    return `${signs[finding.tone]} ${speaker.say(finding.text)}${clause}`;
  });
  const items = new Map<string, Citation>(
    cited.flatMap(({ citations }) => citations.map((citation) => [citation.line, citation] as const)),
  );
  return [
    list(lines, { title: speaker.t('guide.because') }),
    { type: 'sources', title: speaker.t('answer.sources'), items: [...items.values()] },
    note('info', speaker.t('guide.not_decision')),
  ];
}
