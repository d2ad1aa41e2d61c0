import { expect, test } from 'vitest';
import { ContentError, followKnowledge, type ReloadEvent } from '../../src/knowledge/reload.ts';
import { smallContent, writeContent, writeFile } from './small-content.ts';

const faq = smallContent['content/faq/host.yaml']!;

function follow(root = writeContent()) {
  const events: ReloadEvent[] = [];
  let now = new Date('2026-11-21T00:00:00Z');
  let look = () => {};
  const live = followKnowledge(root, {
    clock: { now: () => now },
    report: (event) => events.push(event),
    repeat: (callback) => {
      look = () => void callback();
      return () => {
        look = () => {};
      };
    },
  });
  const later = (time: string) => {
    now = new Date(time);
    look();
  };
  return { root, live, events, later };
}

test('nothing happens while the files stay', () => {
  const { live, events } = follow();
  expect(live.check()).toEqual({ kind: 'unchanged' });
  expect(events).toEqual([]);
});

test('a good edit is taken up whole', () => {
  const { root, live, events, later } = follow();
  const before = live.current();
  writeFile(root, 'content/faq/host.yaml', faq.replaceAll('3 ', '5 '));
  later('2026-11-21T01:00:00Z');
  expect(live.current().entries.get('host.notice')?.editions[0]?.answer.kk).toMatch(/^5 /);
  expect(before.entries.get('host.notice')?.editions[0]?.answer.kk).toMatch(/^3 /);
  expect(events).toMatchObject([{ kind: 'reloaded', before: before.version }]);
  expect(live.state()).toMatchObject({ loadedAt: new Date('2026-11-21T01:00:00Z'), faults: [] });
});

test('a bad edit keeps the last good content and says why, once', () => {
  const { root, live, events, later } = follow();
  const { version } = live.current();
  writeFile(root, 'content/faq/host.yaml', faq.replace('law.one', 'law.two'));
  later('2026-11-21T01:00:00Z');
  later('2026-11-21T01:00:05Z');
  expect(live.current().version).toBe(version);
  expect(events).toMatchObject([
    { kind: 'kept', version, faults: [{ file: 'content/faq/host.yaml', line: 17 }] },
  ]);
  expect(live.state().faults).toHaveLength(1);
});

test('mending the file ends the faults', () => {
  const { root, live, later } = follow();
  writeFile(root, 'content/faq/host.yaml', 'topic: [');
  later('2026-11-21T01:00:00Z');
  writeFile(root, 'content/faq/host.yaml', faq.replaceAll('3 ', '4 '));
  later('2026-11-21T01:00:05Z');
  expect(live.state().faults).toEqual([]);
  expect(live.current().entries.get('host.notice')?.editions[0]?.answer.kk).toMatch(/^4 /);
});

test('it stops looking when told', () => {
  const { root, live, events, later } = follow();
  live.stop();
  writeFile(root, 'content/faq/host.yaml', 'topic: [');
  later('2026-11-21T01:00:00Z');
  expect(events).toEqual([]);
});

test('faulty content at the start is an error that names every fault', () => {
  const root = writeContent({
    'content/regions.yaml': 'regions: 5\n',
    'content/countries.yaml': 'countries: 5\n',
  });
  expect(() => follow(root)).toThrow(ContentError);
  expect(() => follow(root)).toThrow(/countries\.yaml[\s\S]*regions\.yaml/);
});
