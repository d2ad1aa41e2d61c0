import { expect, test } from 'vitest';
import { contactsOf, createDirectory } from '../../src/knowledge/bodies.ts';
import { Body, BodyService } from '../../src/knowledge/schema/body.ts';

const name = { kk: 'а', ru: 'а' };
const bodies = [
  { id: 'employment', kind: 'employment_department', region: 'KZ-55', services: ['kandas_status'] },
  { id: 'career', kind: 'career_centre', region: 'KZ-55', services: ['resettlement'] },
  { id: 'police', kind: 'migration_police', region: 'KZ-11', services: ['visa'] },
  { id: 'beijing', kind: 'mission', region: 'CN', services: ['kandas_status'] },
  { id: 'line', kind: 'hotline', region: 'KZ', services: [] },
].map((body) => Body.parse({ ...body, name, confidence: 'medium' }));
const services = [
  {
    id: 'kandas',
    kinds: ['employment_department'],
    task: 'kandas_status',
    everywhere: ['line'],
    abroad: true,
  },
  { id: 'resettlement', kinds: ['career_centre', 'employment_department'], task: 'resettlement' },
  { id: 'visa', kinds: ['migration_police'], task: 'visa', everywhere: ['line'] },
].map((service) => BodyService.parse({ ...service, title: name }));
const directory = createDirectory({
  bodies: new Map(bodies.map((body) => [body.id, body])),
  services: new Map(services.map((service) => [service.id, service])),
});

test('the body of the region does the service', () => {
  expect(directory.bodyFor('kandas', 'KZ-55')?.local?.id).toBe('employment');
});

test('kinds are tried in their order', () => {
  expect(directory.bodyFor('resettlement', 'KZ-55')?.local?.id).toBe('career');
});

test('without a region only bodies of the whole country are named', () => {
  const answer = directory.bodyFor('visa');
  expect([answer?.local, answer?.everywhere.map(({ id }) => id)]).toEqual([undefined, ['line']]);
});

test('people abroad get the missions of their country, for what missions do', () => {
  expect(directory.bodyFor('kandas', undefined, 'CN')?.missions.map(({ id }) => id)).toEqual(['beijing']);
  expect(directory.bodyFor('visa', undefined, 'CN')?.missions).toEqual([]);
});

test('an id of a body is its own answer, an unknown one none', () => {
  expect(directory.bodyFor('line')?.local?.id).toBe('line');
  expect(directory.bodyFor('nothing')).toBeUndefined();
});

const body = Body.parse({
  id: 'office',
  kind: 'fund',
  region: 'KZ',
  name,
  services: [],
  phones: ['+7 700'],
  as_of: '2025-11',
  confidence: 'medium',
});

test('contacts are shown with how old they are', () => {
  expect(contactsOf(body)).toEqual({ state: 'shown', phones: ['+7 700'], asOf: '2025-11' });
});

test('contacts of low confidence are never shown', () => {
  expect(contactsOf({ ...body, confidence: 'low' })).toEqual({ state: 'unconfirmed', phones: [] });
});

test('a body without contacts says so', () => {
  expect(contactsOf({ ...body, phones: [] }).state).toBe('none');
});
