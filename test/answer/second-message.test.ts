import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });

function second(first: string, text: string) {
  const { context } = answerer.ask({ text: first });
  return answerer.ask({ text, ...(context === undefined ? {} : { context }) });
}

describe('a second message that names a side of the matter only', () => {
  it.each([
    ['какие документы на кандаса?', 'сколько стоит?', 'kandas.fee_scam'],
    ['какие документы на кандаса?', 'а срок?', 'kandas.term'],
    ['какие документы на кандаса?', 'куда подавать?', 'kandas.where_to_apply'],
    ['какие документы на кандаса?', 'а если откажут?', 'kandas.refusal'],
    ['Қандасқа қандай құжат керек?', 'қайда тапсырамын?', 'kandas.where_to_apply'],
    ['Қандасқа қандай құжат керек?', 'айтыңызшы, қанша күнде шығады', 'kandas.term'],
    ['«Ата жолы» картасы деген не?', 'құжаттары?', 'ata_zholy.documents'],
    ['как получить РВП', 'на какой срок?', 'reg_foreigner.rvp_term'],
    ['как кандасу получить гражданство', 'какие документы нужны?', 'citizenship.documents'],
  ])('%s %s goes to %s', (first, text, entry) => {
    expect(second(first, text).entry).toBe(entry);
  });

  it('leaves alone what names a matter of its own', () => {
    expect(second('какие документы на кандаса?', 'телефон')).toMatchObject({ entry: 'bodies.hotline' });
    expect(second('какие документы на кандаса?', 'квота 2026')).toMatchObject({
      entry: 'resettle.quota_size',
    });
  });
});
