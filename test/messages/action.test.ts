import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/language/locale.ts';
import { decodeAction, encodeAction, maxActionBytes } from '../../src/messages/action.ts';
import { reminderTimes } from '../../src/messages/kept-action.ts';
import { type Action, announcementMoves, feedbackReasons, guideMoves } from '../../src/messages/reply.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_]{0,12}(\.[a-z0-9_]{1,12}){0,2}$/);
/** Ids of the greatest length that content may have. */
const longId = fc.oneof(id, fc.constant('x'.repeat(48)));
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
/** Ids of guides and their steps: at most 16 bytes each. */
const part = fc.stringMatching(/^[a-z][a-z0-9_]{0,15}$/);
const action: fc.Arbitrary<Action> = fc.oneof(
  id.map((value) => ({ do: 'entry', id: value }) as const),
  id.map((value) => ({ do: 'clause', id: value }) as const),
  id.map((value) => ({ do: 'subject', id: value }) as const),
  id.map((value) => ({ do: 'document', id: value }) as const),
  id.map((value) => ({ do: 'topic', id: value }) as const),
  fc
    .tuple(id, fc.integer({ min: 0, max: 99 }))
    .map(([value, page]) => ({ do: 'topic', id: value, page }) as const),
  id.map((value) => ({ do: 'body', id: value }) as const),
  id.map((value) => ({ do: 'guide', id: value }) as const),
  fc
    .tuple(part, part, fc.constantFrom('abroad', 'KZ-10', '2026-11-16', 'unknown'))
    .map(([guide, step, choice]) => ({ do: 'guide_step', guide, step, choice }) as const),
  fc
    .tuple(part, fc.constantFrom(...guideMoves))
    .map(([guide, move]) => ({ do: 'guide_move', guide, move }) as const),
  fc.tuple(part, part).map(([guide, step]) => ({ do: 'guide_change', guide, step }) as const),
  fc.constant({ do: 'guides' } as const),
  fc.constant({ do: 'topics' } as const),
  fc.constant({ do: 'clear_context' } as const),
  fc.constant({ do: 'human' } as const),
  fc.constantFrom<Action>({ do: 'my_data' }, { do: 'forget_ask' }),
  fc.boolean().map((sure) => ({ do: 'forget', sure }) as const),
  fc
    .tuple(fc.constantFrom('KZ-19', 'KZ-75'), id)
    .map(([code, subject]) => ({ do: 'region', code, subject }) as const),
  fc
    .tuple(fc.stringMatching(/^[0-9a-z]{16}$/), fc.constantFrom(...announcementMoves))
    .map(([value, what]) => ({ do: 'announcement', id: value, what }) as const),
  fc.constantFrom(...locales).map((locale) => ({ do: 'language', locale }) as const),
  fc.tuple(id, fc.boolean()).map(([answer, helpful]) => ({ do: 'feedback', answer, helpful }) as const),
  fc.constantFrom<Action>({ do: 'checklists' }, { do: 'reminders' }, { do: 'time_zones' }),
  fc
    .tuple(longId, fc.constantFrom('checklist', 'checklist_file', 'checklist_close'))
    .map(([entry, verb]) => ({ do: verb, entry }) as const),
  fc
    .tuple(longId, fc.stringMatching(/^[0-9a-f]{6}$/), fc.boolean())
    .map(([entry, item, done]) => ({ do: 'checklist_tick', entry, item, done }) as const),
  fc
    .tuple(longId, day, fc.constantFrom('remind', 'remind_snooze', 'remind_done', 'calendar'))
    .map(([about, at, verb]) => ({ do: verb, about, day: at }) as const),
  fc
    .tuple(longId, day, fc.constantFrom(...reminderTimes))
    .map(([about, at, when]) => ({ do: 'remind_set', about, day: at, when }) as const),
  part.map((zone) => ({ do: 'time_zone', zone }) as const),
  fc
    .tuple(id, fc.constantFrom(...feedbackReasons))
    .map(([answer, reason]) => ({ do: 'feedback_reason', answer, reason }) as const),
);

describe('action codes', () => {
  it('decode to what was encoded', () => {
    fc.assert(
      fc.property(action, (value) => {
        expect(decodeAction(encodeAction(value))).toEqual(value);
      }),
    );
  });

  it('fit into callback data', () => {
    fc.assert(fc.property(action, (value) => Buffer.byteLength(encodeAction(value)) <= maxActionBytes));
  });

  it('refuse to encode what does not fit', () => {
    expect(() => encodeAction({ do: 'entry', id: 'x'.repeat(70) })).toThrow(RangeError);
  });

  it('decode any string to an action or null, never throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (code) => {
        const decoded = decodeAction(code);
        return decoded === null || typeof decoded.do === 'string';
      }),
    );
  });

  it('of another version decode to null', () => {
    expect(decodeAction('0:e:kandas.what')).toBeNull();
  });

  it('with a forged id decode to null', () => {
    expect(decodeAction('1:e:../../etc')).toBeNull();
    expect(decodeAction('1:l:xx')).toBeNull();
    expect(decodeAction('1:gm:kandas:away')).toBeNull();
    expect(decodeAction('1:gs:kandas:where')).toBeNull();
    expect(decodeAction('1:kt:a.b:zzzzzz:1')).toBeNull();
    expect(decodeAction('1:m:host.notice_person:20260231')).toBeNull();
  });
});
