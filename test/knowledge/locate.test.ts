import { beforeAll, expect, test } from 'vitest';
import { createCore } from '../../src/core.ts';
import { createLocator } from '../../src/knowledge/places/locate.ts';

let locate: ReturnType<typeof createLocator>;
beforeAll(() => {
  locate = createLocator(createCore().knowledge.points);
});

test.each([
  ['Almaty, the centre', 43.238, 76.945, 'KZ-75'],
  ['Astana, the left bank', 51.09, 71.41, 'KZ-71'],
  ['Shymkent', 42.32, 69.59, 'KZ-79'],
  ['Aktau', 43.65, 51.15, 'KZ-47'],
  ['Oral', 51.22, 51.37, 'KZ-27'],
  ['Oskemen', 49.95, 82.61, 'KZ-63'],
  ['Semey', 50.41, 80.25, 'KZ-10'],
  ['Zhezkazgan', 47.79, 67.71, 'KZ-62'],
  ['Taldykorgan', 45.02, 78.37, 'KZ-33'],
  ['Baikonur', 45.62, 63.32, 'KZ-43'],
  ['Urzhar', 47.09, 81.63, 'KZ-10'],
])('%s is certain', (_name, latitude, longitude, region) => {
  expect(locate(latitude, longitude)).toEqual({ regions: [region], sure: true });
});

test.each([
  ['Bishkek', 42.87, 74.59],
  ['Tashkent', 41.31, 69.25],
  ['Omsk', 54.99, 73.37],
  ['Ghulja', 43.91, 81.32],
  ['Istanbul', 41.01, 28.98],
  ['the South Pole', -90, 0],
  ['no place at all', Number.NaN, Number.NaN],
])('%s is outside', (_name, latitude, longitude) => {
  expect(locate(latitude, longitude)).toEqual({ regions: [], sure: true });
});

test.each([
  ['Boraldai, beside Almaty', 43.35, 76.86, ['KZ-19', 'KZ-75']],
  ['between Taraz and Turkistan oblast', 42.6, 70.55, ['KZ-31', 'KZ-61']],
])('%s is asked about', (_name, latitude, longitude, regions) => {
  const found = locate(latitude, longitude);
  expect(found.sure).toBe(false);
  expect([...found.regions].sort()).toEqual(regions);
});

test('beside the border with Kyrgyzstan the oblast is offered, not taken', () => {
  expect(locate(42.93, 74.7)).toMatchObject({ sure: false });
});
