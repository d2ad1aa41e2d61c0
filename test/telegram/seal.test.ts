import { expect, it } from 'vitest';
import { createSeal } from '../../src/telegram/seal.ts';
import { fakeToken } from '../support/bot-api/server.ts';

const seal = createSeal(fakeToken);
const update = { update_id: 1, message: { text: 'ЖСН 900101350017 🙂' } };

it('what is closed shows nothing and opens as it was, in every replica of the bot', () => {
  const closed = seal.close(update);
  expect(closed).not.toContain('900101350017');
  expect(Buffer.from(closed.slice(3), 'base64').toString('latin1')).not.toContain('update_id');
  expect(createSeal(fakeToken).open(closed)).toEqual(update);
});

it('the same words closed twice look different', () => {
  expect(seal.close(update)).not.toBe(seal.close(update));
});

it('opens nothing under another token, and nothing that was changed', () => {
  const closed = seal.close(update);
  expect(() => createSeal('1:other').open(closed)).toThrow();
  expect(() => seal.open(`${closed.slice(0, -6)}AAAAA=`)).toThrow();
});

it('leaves what was never closed as it is', () => {
  expect([seal.open(null), seal.open(update), seal.open('')]).toEqual([null, update, '']);
});
