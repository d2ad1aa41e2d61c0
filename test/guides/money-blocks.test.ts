import { beforeAll, expect, test } from 'vitest';
import { guideContent } from '../../src/conversation/guide-content.ts';
import { type Core, createCore } from '../../src/core.ts';
import { type MoneySection, moneyBlocks } from '../../src/guides/money-blocks.ts';
import type { GuideContent } from '../../src/guides/parts.ts';
import { reply } from '../../src/messages/build.ts';
import { plainText } from '../../src/messages/plain.ts';
import { createSpeaker } from '../../src/messages/speaker.ts';

let core: Core;
let content: GuideContent;
beforeAll(() => {
  core = createCore({ clock: { now: () => new Date('2026-11-21T09:00:00Z') } });
  content = guideContent(core.knowledge);
});

function said(section: MoneySection, count: number | null, day = '2026-11-21'): string {
  const speaker = createSpeaker(core.speaking, 'ru', day);
  const text = plainText(reply('ru', moneyBlocks(section, count, content, speaker, day)));
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ');
}

test.each([
  [{ kind: 'relocation_aid', people: 'people' }, 4, '70 МРП × 4 чел. = 280 МРП = 1 211 000 тенге'],
  [{ kind: 'rent_aid' }, null, '15 МРП × 12 мес. = 180 МРП = 778 500 тенге'],
  [{ kind: 'rent_aid', months: 'months' }, 6, '30 МРП × 6 мес. = 180 МРП = 778 500 тенге'],
  [{ kind: 'certificate' }, null, '1 625 МРП = 7 028 125 тенге'],
  [{ kind: 'labour_tax', months: 'months' }, 3, '4 МРП × 3 мес. = 12 МРП = 51 900 тенге'],
  [{ kind: 'fines', figures: ['fine.false_registration_individual'] }, null, '10 МРП = 43 250 тенге'],
] as const)('%j shows its formula', (section, count, formula) => {
  expect(said(section as MoneySection, count)).toContain(formula);
});

test('a rule that does not hold on the day gives no sum', () => {
  expect(said({ kind: 'labour_tax', months: 'months' }, 3, '2025-11-21')).toContain(
    'Размера на 2025 год в наших источниках нет',
  );
});

test('a sum that no act stands behind carries its doubt', () => {
  expect(said({ kind: 'labour_tax', months: 'months' }, 3)).toContain('Размер взят из новостей');
});
