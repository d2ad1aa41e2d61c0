import type { PointsFile, TownPoint } from '../schema/place.ts';

/** Regions a point may lie in. */
export interface Located {
  /** Codes of regions, the likeliest first; none: outside Kazakhstan, or nobody lives anywhere near. */
  readonly regions: readonly string[];
  /** True when no other region or country comes near. */
  readonly sure: boolean;
}

/** Kilometres: further from every town than this, nothing can be said. */
const furthest = 250;
/** Another region counts too when its nearest town is not this much further (times, and kilometres). */
const times = 1.6;
const kilometres = 5;
/** More regions than these to choose from are a list, not a guess. */
const most = 4;

/**
 * Finds the region of coordinates by the nearest towns. Borders are not drawn: between two regions both are given, and
 * the person says which. Pure; coordinates are degrees, anything else gives no region.
 */
export function createLocator({ regions, abroad }: PointsFile) {
  const places = [
    ...Object.entries(regions).map(([code, points]) => ({ code, points, inside: true })),
    ...Object.entries(abroad).map(([code, points]) => ({ code, points, inside: false })),
  ];
  return (latitude: number, longitude: number): Located => {
    const nearest = places
      .map(({ code, points, inside }) => ({
        code,
        inside,
        km: Math.min(...points.map((point) => outOf(point, latitude, longitude))),
      }))
      .sort((a, b) => a.km - b.km);
    const [first] = nearest;
    if (first === undefined || !(first.km <= furthest)) return { regions: [], sure: true };
    const near = nearest.filter(({ km }) => km <= first.km * times + kilometres);
    return {
      regions: near
        .filter(({ inside }) => inside)
        .map(({ code }) => code)
        .slice(0, most),
      sure: near.length === 1,
    };
  };
}

/** How far a point lies outside of a town, along the ground. */
function outOf([townLatitude, townLongitude, reach = 0]: TownPoint, latitude: number, longitude: number) {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(townLongitude - longitude) / 2) ** 2;
  const up = Math.sin(radians(townLatitude - latitude) / 2) ** 2;
  const half = up + Math.cos(radians(latitude)) * Math.cos(radians(townLatitude)) * across;
  return Math.max(0, 2 * 6371 * Math.asin(Math.sqrt(half)) - reach);
}
