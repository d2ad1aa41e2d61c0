import type { Core } from '../core.ts';
import { answerStep, back, backTo, type GuideState, positionOf, startGuide } from '../guides/engine.ts';
import { guidesReply } from '../guides/list-reply.ts';
import { locatedStepReply } from '../guides/located-step.ts';
import { outcomeReply } from '../guides/outcome-reply.ts';
import type { GuideContent } from '../guides/parts.ts';
import { changeReply, move, stepReply } from '../guides/step-reply.ts';
import { readTyped } from '../guides/typed.ts';
import type { Clock } from '../knowledge/almaty-time.ts';
import { today } from '../knowledge/almaty-time.ts';
import type { Guide } from '../knowledge/schema/guide.ts';
import { note, paragraph, reply } from '../messages/build.ts';
import type { Action, Reply } from '../messages/reply.ts';
import { createSpeaker, type Speaker } from '../messages/speaker.ts';
import type { Store } from '../store/ports/store.ts';
import type { Turn } from './conversation.ts';
import { guideContent } from './guide-content.ts';
import { guideProgress } from './guide-progress.ts';
import { guideStore } from './guide-store.ts';
import { ledQuestions } from './led.ts';
import type { ConversationModule, Visit } from './module.ts';
import { perContent } from './per-content.ts';
import { change, tell } from './turns.ts';

/** What guided conversations are made of. */
export interface GuidesParts {
  /** The core of now; taken once for each input. */
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly store: Pick<Store, 'conversations' | 'contexts' | 'guideCounts'>;
  readonly clock: Clock;
  /** Answers a question typed in the middle of a guide; the guide's question is shown again below it. */
  readonly questions: ConversationModule;
}

/** After so many questions in a row the guide is no longer shown whole: only a button leads back to it. */
const mostAsides = 2;

/** One input with everything it is handled with. */
interface Scene {
  readonly visit: Visit;
  readonly content: GuideContent;
  readonly guides: ReadonlyMap<string, Guide>;
  readonly speaker: Speaker;
  readonly day: string;
}

type GuideAction = Extract<Action, { do: 'guide' | 'guide_step' | 'guide_move' | 'guide_change' | 'guides' }>;

/**
 * Guided conversations on every face: `/guide`, buttons, typed answers, deep links (`/start guide_kandas`). One guide
 * runs at a time; it is kept in the store after every answer, so a restart or another process goes on with it.
 */
export function guidesModule(parts: GuidesParts): ConversationModule {
  const kept = guideStore(parts.store);
  const progress = guideProgress(parts.store.guideCounts);
  const loaded = perContent((core: Pick<Core, 'knowledge' | 'speaking'>) => ({
    content: guideContent(core.knowledge),
    led: ledQuestions(core.knowledge.guideSuggestions),
  }));

  return {
    name: 'guides',
    moves: true,

    async command(visit, command, payload) {
      const scene = sceneOf(visit);
      if (command === 'guide') return tell(visit, listOf(scene, 'choose'));
      if (command === 'cancel') return (await kept.read(visit)) === null ? null : leave(scene, false);
      const named = command === 'start' ? /^guide_([a-z0-9_]{1,16})$/u.exec(payload ?? '')?.[1] : undefined;
      const guide = scene.guides.get(named ?? '');
      if (guide !== undefined) return begin(scene, guide);
      // A link to a guide that is gone still came from somebody looking for one.
      return named === undefined ? null : tell(visit, listOf(scene, 'choose'));
    },

    async press(visit, action) {
      return isGuideAction(action) ? pressed(sceneOf(visit), action) : null;
    },

    async locate(visit, place) {
      const scene = sceneOf(visit);
      const { content, speaker, day } = scene;
      const running = await kept.read(visit);
      const guide = scene.guides.get(running?.state.guide ?? '');
      if (running === null || guide === undefined) return null;
      const position = positionOf(guide, running.state);
      if (position.type !== 'step' || position.step.kind !== 'region') return null;
      const [region] = place.regions;
      const name = content.knowledge.regions.get(region ?? '')?.name;
      if (region === undefined || name === undefined || !place.sure)
        return tell(visit, locatedStepReply(guide, position, place.regions, content, speaker, day));
      const looks = speaker.t('located.looks_like', { region: speaker.say(name) });
      return asNew(await answered(scene, guide, running, position.step.id, region, looks));
    },

    async ask(visit, text) {
      const scene = sceneOf(visit);
      const running = await kept.read(visit);
      const guide = scene.guides.get(running?.state.guide ?? '');
      if (running === null || guide === undefined) return led(scene, text);
      const position = positionOf(guide, running.state);
      if (position.type !== 'step') return led(scene, text);
      const typed = readTyped(position.step, text, scene.content.findPlaces, scene.day);
      if (typed.type === 'answer')
        return asNew(await answered(scene, guide, running, position.step.id, typed.value));
      if (typed.type === 'unclear') {
        const { date } = typed.values;
        const values = typeof date === 'string' ? { date: scene.speaker.date(date) } : typed.values;
        const why = scene.speaker.t(`guide.unclear.${typed.key}`, values);
        return tell(visit, shown(scene, guide, running.state, why));
      }
      const turn = await parts.questions.ask?.(visit, text);
      if (turn === null || turn === undefined) return null;
      const asides = running.state.asides + 1;
      await kept.keep(visit, { ...running.state, asides }, running.revision);
      const again =
        asides > mostAsides
          ? resume(scene, guide)
          : shown(scene, guide, running.state, scene.speaker.t('guide.continue'));
      return { ...turn, replies: [...turn.replies, again] };
    },
  };

  function sceneOf(visit: Visit): Scene {
    const core = parts.core();
    const day = today(parts.clock);
    return {
      visit,
      content: loaded(core).content,
      guides: core.knowledge.guides,
      speaker: createSpeaker(core.speaking, visit.locale, day),
      day,
    };
  }

  async function pressed(scene: Scene, action: GuideAction): Promise<Turn> {
    const { visit, speaker } = scene;
    if (action.do === 'guides') return tell(visit, listOf(scene, 'choose'));
    const id = action.do === 'guide' ? action.id : action.guide;
    const guide = scene.guides.get(id);
    if (guide === undefined) return tell(visit, listOf(scene, 'choose', speaker.t('guide.not_running')));
    if (action.do === 'guide') return begin(scene, guide);

    const running = await kept.read(visit);
    if (running === null || running.state.guide !== guide.id) {
      const other = scene.guides.get(running?.state.guide ?? '');
      // The first question's buttons start the guide again: nothing is lost that they did not hold.
      if (action.do === 'guide_step' && action.step === guide.steps[0]?.id && other === undefined)
        return answered(scene, guide, { state: startGuide(guide), revision: 0 }, action.step, action.choice);
      if (other !== undefined && running !== null)
        return tell(visit, shown(scene, other, running.state, speaker.t('guide.other_running')));
      return tell(visit, offer(scene, guide, speaker.t('guide.not_running')));
    }
    const position = positionOf(guide, running.state);
    if (position.type === 'changed') {
      await kept.forget(visit);
      return tell(visit, offer(scene, guide, speaker.t('guide.outdated')));
    }
    switch (action.do) {
      case 'guide_step':
        return answered(scene, guide, running, action.step, action.choice);
      case 'guide_change':
        return moved(scene, guide, running, backTo(guide, running.state, action.step));
      case 'guide_move':
        switch (action.move) {
          case 'back':
            return moved(scene, guide, running, back(guide, running.state));
          case 'over':
            return moved(scene, guide, running, startGuide(guide));
          case 'leave':
            return leave(scene, true);
          case 'show':
            return moved(scene, guide, running, { ...running.state, asides: 0 });
          case 'change':
            return position.given.length === 0
              ? change(visit, shown(scene, guide, running.state))
              : tell(visit, changeReply(guide, position.given, scene.content, speaker));
        }
    }
  }

  async function begin(scene: Scene, guide: Guide): Promise<Turn> {
    const before = await kept.read(scene.visit);
    await progress.moved(guide, startGuide(guide));
    return asNew(await moved(scene, guide, { revision: before?.revision ?? 0 }, startGuide(guide)));
  }

  async function answered(
    scene: Scene,
    guide: Guide,
    running: { state: GuideState; revision: number },
    step: string,
    value: string,
    before?: string,
  ): Promise<Turn> {
    const { visit, content, day, speaker } = scene;
    const result = answerStep(guide, running.state, step, value, {
      places: content.knowledge,
      today: day,
    });
    if (result.type === 'refused')
      return tell(visit, shown(scene, guide, running.state, speaker.t('guide.stale')));
    if (result.type === 'same') return change(visit, shown(scene, guide, running.state));
    await progress.moved(guide, result.state, step);
    const why = result.type === 'changed' ? speaker.t('guide.changed') : before;
    return moved(scene, guide, running, result.state, why);
  }

  async function moved(
    scene: Scene,
    guide: Guide,
    running: { revision: number },
    state: GuideState,
    why?: string,
  ): Promise<Turn> {
    if (await kept.keep(scene.visit, state, running.revision))
      return change(scene.visit, shown(scene, guide, state, why));
    // A second tap or tab was quicker: show where the guide stands now, whatever it is.
    const now = await kept.read(scene.visit);
    const other = scene.guides.get(now?.state.guide ?? '');
    if (now === null || other === undefined)
      return tell(scene.visit, offer(scene, guide, scene.speaker.t('guide.not_running')));
    return change(scene.visit, shown(scene, other, now.state));
  }

  async function leave(scene: Scene, inPlace: boolean): Promise<Turn> {
    const running = await kept.read(scene.visit);
    const guide = scene.guides.get(running?.state.guide ?? '');
    if (running !== null && guide !== undefined) await progress.left(guide, running.state);
    await kept.forget(scene.visit);
    const text = reply(scene.speaker.locale, [paragraph(scene.speaker.t('guide.left'))]);
    return inPlace ? change(scene.visit, text) : tell(scene.visit, text);
  }

  /** Who asks to be led is offered the guide they name, or all of them. */
  async function led(scene: Scene, text: string): Promise<Turn | null> {
    const core = parts.core();
    const asked = loaded(core).led(text);
    if (asked === null) return null;
    const named = asked.type === 'named' ? scene.guides.get(asked.guide) : undefined;
    if (named !== undefined) return tell(scene.visit, offer(scene, named, scene.speaker.say(named.about)));
    const context = await parts.store.contexts.get(scene.visit.person.id);
    const fitting = core.knowledge.entries.get(context?.entry ?? '')?.guide;
    return tell(scene.visit, listOf(scene, 'vague', undefined, fitting));
  }

  function listOf(scene: Scene, intro: 'choose' | 'vague', before?: string, first?: string): Reply {
    const suggestions = parts.core().knowledge.guideSuggestions;
    const listed = guidesReply(scene.guides, suggestions, scene.speaker, intro, first);
    return before === undefined ? listed : { ...listed, blocks: [note('info', before), ...listed.blocks] };
  }
}

/** What a state shows: its question or its outcome; a guide that has changed offers to start again. */
function shown(scene: Scene, guide: Guide, state: GuideState, before?: string): Reply {
  const { content, speaker, day, visit } = scene;
  const position = positionOf(guide, state);
  switch (position.type) {
    case 'step':
      return stepReply(guide, position, content, speaker, day, before);
    case 'outcome':
      return withBefore(outcomeReply(guide, position, content, speaker, day, visit.person.region), before);
    case 'changed':
      return offer(scene, guide, speaker.t('guide.outdated'));
  }
}

/** Words on how an answer was read, above an outcome. */
function withBefore(outcome: Reply, before: string | undefined): Reply {
  return before === undefined ? outcome : { ...outcome, blocks: [note('info', before), ...outcome.blocks] };
}

/** One line that leads back to a guide somebody has turned away from. */
function resume({ speaker }: Scene, guide: Guide): Reply {
  return reply(
    speaker.locale,
    [paragraph(speaker.t('guide.paused', { title: speaker.say(guide.title) }))],
    [[move(guide, 'show', 'guide.resume', speaker), move(guide, 'leave', 'button.leave', speaker)]],
  );
}

function offer({ speaker }: Scene, guide: Guide, why: string): Reply {
  return reply(
    speaker.locale,
    [note('info', why), paragraph(speaker.say(guide.title))],
    [
      [{ label: speaker.t('guide.start'), action: { do: 'guide', id: guide.id } }],
      [{ label: speaker.t('guide.others'), action: { do: 'guides' } }],
    ],
  );
}

function isGuideAction(action: Action): action is GuideAction {
  return action.do === 'guides' || action.do === 'guide' || action.do.startsWith('guide_');
}

/** A typed answer has no message to replace. */
function asNew(turn: Turn): Turn {
  return { ...turn, replace: false };
}
