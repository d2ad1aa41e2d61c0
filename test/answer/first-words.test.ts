import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });

describe('the plainest question of a subject', () => {
  it.each([
    ['Как получить статус кандаса?', 'kandas.where_to_apply'],
    ['хочу стать кандасом', 'kandas.where_to_apply'],
    ['қандас болғым келеді', 'kandas.where_to_apply'],
    ['Қандас мәртебесін алу үшін не істеу керек?', 'kandas.where_to_apply'],
    ['قانداس مارتەبەسىن قالاي الامىن؟', 'kandas.where_to_apply'],
    ['я казах из Узбекистана, хочу переехать', 'kandas.order_of_steps'],
    ['Қазақстанға көшкім келеді', 'kandas.order_of_steps'],
    ['как получить карту Ата жолы', 'ata_zholy.where'],
    ['азаматтықты қалай аламын', 'citizenship.kandas_simplified'],
    ['куда звонить?', 'bodies.hotline'],
    ['прописка в Алматы', 'reg_citizen.how_online'],
    ['қандас', 'kandas.what'],
    ['внж', 'citizenship.rpp'],
    ['квота', 'resettle.quota_size'],
    ['қайда хабарласамын', 'bodies.hotline'],
  ])('%s goes to %s', (text, entry) => {
    expect(answerer.ask({ text }).entry).toBe(entry);
  });
});

describe('a question that is a wording of ours word for word', () => {
  it('is answered without a reservation, however short', () => {
    expect(answerer.ask({ text: 'қандас' })).toMatchObject({ kind: 'answer', entry: 'kandas.what' });
  });

  it('is small talk where the wording is', () => {
    expect(answerer.ask({ text: 'да' })).toMatchObject({ kind: 'small_talk', entry: null });
  });
});

describe('a message of one letter', () => {
  it.each(['х', 'xxxxxxxxxx', 'Ыыыы', 'ааа бб'])('asks nothing: %s', (text) => {
    expect(answerer.ask({ text })).toMatchObject({ kind: 'small_talk', entry: null });
  });
});
