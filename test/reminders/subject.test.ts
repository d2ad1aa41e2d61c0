import { beforeAll, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../src/core.ts';
import { subjectOf } from '../../src/reminders/subject.ts';

let core: Core;
beforeAll(() => {
  core = createCore();
});
const subject = (id: string, knowledge = core.knowledge) => subjectOf(knowledge, id, '2026-11-28');

describe('what a reminder is about', () => {
  it('is a duty with the answer that rests on the same facts', () => {
    expect(subject('stay.uzbekistan')).toMatchObject({
      entry: 'reg_foreigner.stay_limit_uzbekistan',
      guide: 'registration',
    });
    expect(subject('host.notice_person')?.entry).toBe('reg_foreigner.host_duty');
  });

  it('has an answer to read on for every duty of the content', () => {
    for (const id of core.knowledge.duties.keys()) expect(subject(id)?.entry, id).not.toBeNull();
  });

  it('can be an answer', () => {
    expect(subject('kandas.documents')).toMatchObject({ entry: 'kandas.documents', todo: null });
  });

  it('is nothing that the content does not know', () => {
    expect(subject('moon.landing')).toBeNull();
  });

  it('has another fingerprint when the clock changes, the same when the wording is mended', () => {
    const duty = core.knowledge.duties.get('host.notice_person');
    if (duty === undefined) throw new Error('there is no such duty');
    const changed = (to: Partial<typeof duty>) =>
      subject(duty.id, {
        ...core.knowledge,
        duties: new Map(core.knowledge.duties).set(duty.id, { ...duty, ...to }),
      })?.rule;
    const rule = subject(duty.id)?.rule;
    expect(changed({ do: { kk: 'Басқаша', ru: 'Иначе' } })).toBe(rule);
    expect(changed({ clock: { ...duty.clock, count: 5 } })).not.toBe(rule);
  });
});
