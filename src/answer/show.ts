import type { Clock } from '../knowledge/almaty-time.ts';
import { today } from '../knowledge/almaty-time.ts';
import type { FaqEntry } from '../knowledge/schema/faq.ts';
import type { RuleDocument, RuleSubject } from '../knowledge/schema/rules.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { Action, Reply } from '../messages/reply.ts';
import { createSpeaker, type Speaker, type SpeakerParts } from '../messages/speaker.ts';
import type { Shown, View } from './answerer.ts';
import type { Compose } from './compose/compose.ts';
import type { ContactCards } from './compose/contact.ts';
import { clauseReply, documentReply } from './compose/document.ts';
import { type Topic, topicReply, topicsReply } from './compose/menu.ts';
import type { Decision } from './decision.ts';
import { finish } from './finish.ts';
import type { ConversationContext } from './outcome.ts';
import { nowhere } from './steps/places.ts';
import type { NamedRegion } from './steps/scope.ts';
import { documentsOf } from './steps/scope.ts';

export interface ShowParts {
  readonly faq: ReadonlyMap<string, FaqEntry>;
  readonly subjects: ReadonlyMap<string, RuleSubject>;
  readonly documents: ReadonlyMap<string, RuleDocument>;
  readonly topics: readonly Topic[];
  readonly compose: Compose;
  readonly speaking: SpeakerParts;
  readonly regionName: (code: string) => NamedRegion[];
  /** Card of a body, or of the body competent for a service. */
  readonly body: ContactCards;
  readonly clock: Clock;
}

/** What a button names, without a question: the way people browse. See `Answerer.show`. */
export function createShow(parts: ShowParts): (action: Action, view: View) => Shown | null {
  return (action, view) => {
    const day = today(parts.clock);
    const speaker = createSpeaker(parts.speaking, view.locale, day);
    const context = view.context ?? {};
    const still = (shown: Reply): Shown => ({ reply: shown, context, entry: null });

    switch (action.do) {
      case 'topics':
        return still(
          topicsReply(parts.topics, parts.documents.values(), [...parts.subjects.values()], speaker),
        );
      case 'topic': {
        if (action.id === 'rules')
          return still(topicReply(rulesTopic(parts, speaker), action.page ?? 0, 'subject', speaker));
        const topic = parts.topics.find(({ id }) => id === action.id);
        return topic === undefined ? null : still(topicReply(topic, action.page ?? 0, 'entry', speaker));
      }
      case 'document': {
        const document = parts.documents.get(action.id);
        return document === undefined ? null : still(documentReply(document, speaker));
      }
      case 'clause':
        return clause(action.id);
      case 'entry': {
        const entry = parts.faq.get(action.id);
        return entry === undefined
          ? null
          : decided({ type: 'entry', entry, confidence: 1 }, context.region ?? null);
      }
      case 'subject': {
        const subject = parts.subjects.get(action.id);
        return subject === undefined
          ? null
          : decided({ type: 'subject', subject, scope: { scope: 'all' }, confidence: 1 }, null);
      }
      case 'region':
        return region(action.code, action.subject);
      case 'place': {
        const [named] = parts.regionName(action.code);
        return named === undefined
          ? null
          : decided({ type: 'place', region: named, confidence: 1 }, context.region ?? null);
      }
      case 'body': {
        const blocks = parts.body(action.id, { region: context.region ?? null, country: null }, speaker);
        return blocks.length === 0 ? null : still(reply(speaker.locale, blocks));
      }
      case 'clear_context':
        return {
          reply: reply(speaker.locale, [paragraph(speaker.t('start.how'))]),
          context: {},
          entry: null,
        };
      default:
        return null;
    }

    function clause(id: string): Shown | null {
      const [, document, ...rest] = id.split('.');
      const found = parts.documents.get(document ?? '');
      const part = found?.parts.find((each) => each.id === rest.join('.'));
      if (found === undefined || part === undefined) return null;
      return { ...still(clauseReply(found, part, speaker)), entry: id };
    }

    function region(code: string, subjectId: string | undefined): Shown | null {
      const [named] = parts.regionName(code);
      if (named === undefined) return null;
      const subject = parts.subjects.get(subjectId ?? '');
      const moved: ConversationContext = { ...context, region: code };
      if (subject !== undefined) {
        const documents = documentsOf(code, parts.documents);
        const scope =
          documents.length > 0
            ? ({ scope: 'documents', documents } as const)
            : ({ scope: 'elsewhere', region: named.name } as const);
        const shown = decided({ type: 'subject', subject, scope, confidence: 1 }, code);
        return { ...shown, context: { ...shown.context, region: code } };
      }
      const entry = parts.faq.get(subjectId ?? context.entry ?? '');
      if (entry !== undefined) {
        const shown = decided({ type: 'entry', entry, confidence: 1 }, code);
        return { ...shown, context: { ...shown.context, region: code } };
      }
      return {
        reply: reply(speaker.locale, [paragraph(speaker.t('start.how'))]),
        context: moved,
        entry: null,
      };
    }

    function decided(decision: Decision, regionCode: string | null): Shown {
      const draft = parts.compose(decision, {
        speaker,
        turn: 0,
        today: day,
        asOf: null,
        region: regionCode,
        country: null,
        places: nowhere,
      });
      const next =
        draft.contextEntry === undefined
          ? context
          : { ...context, entry: draft.contextEntry, question: draft.title };
      return { reply: finish(draft, [], speaker).reply, context: next, entry: draft.entry };
    }
  };
}

function rulesTopic(parts: ShowParts, speaker: Speaker): Topic {
  const title = speaker.t('topics.rules');
  return {
    id: 'rules',
    title: { kk: title, ru: title },
    entries: [...parts.subjects.values()].map(({ id, title: name }) => ({ id, title: name })),
  };
}
