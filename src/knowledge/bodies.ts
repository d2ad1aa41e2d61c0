import type { Body, BodyService } from './schema/body.ts';

/** Who to turn to for a service. */
export interface BodyAnswer {
  readonly service: BodyService;
  /** The body of the person's own region, when the region is known. */
  readonly local?: Body;
  /** Missions in the person's country; only for services that missions do. */
  readonly missions: readonly Body[];
  /** Bodies for the whole country: portals, 1414. */
  readonly everywhere: readonly Body[];
}

/** Contacts that may be shown. */
export interface Contacts {
  /** `shown`; `unconfirmed`: there are some, but no one has confirmed them; `none`. In the last two: ask 1414. */
  readonly state: 'shown' | 'unconfirmed' | 'none';
  readonly address?: Body['address'];
  readonly phones: readonly string[];
  readonly email?: string;
  readonly url?: string;
  readonly hours?: Body['hours'];
  /** How old they are, as precisely as the source says (`2025`, `2025-11`); absent: the source carries no date. */
  readonly asOf?: string;
}

/** The directory of bodies. */
export interface Directory {
  /**
   * Who does a service, for a region (ISO 3166-2) and for the country a person lives in (ISO 3166-1).
   * A body's own id works too: then it is the answer. Undefined for an id that is neither.
   */
  bodyFor(service: string, region?: string, country?: string): BodyAnswer | undefined;
  /** Bodies of a region, or missions in a country. */
  bodiesIn(region: string): readonly Body[];
}

/** What the directory is made of; `Knowledge` fits. */
export interface DirectoryContent {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly services: ReadonlyMap<string, BodyService>;
}

/** A directory over the content's bodies and services. */
export function createDirectory({ bodies, services }: DirectoryContent): Directory {
  const all = [...bodies.values()];
  const bodiesIn = (region: string) => all.filter((body) => body.region === region);
  return {
    bodiesIn,
    bodyFor(id, region, country) {
      const service = services.get(id);
      if (service === undefined) {
        const body = bodies.get(id);
        return body && { service: serviceOf(body), local: body, missions: [], everywhere: [] };
      }
      const here = region === undefined ? [] : bodiesIn(region);
      const local = service.kinds
        .flatMap((kind) => here.filter((body) => body.kind === kind))
        .find(({ services: tasks }) => service.task === undefined || tasks.includes(service.task));
      const missions =
        service.abroad && country !== undefined && country !== 'KZ'
          ? bodiesIn(country).filter(({ kind }) => kind === 'mission')
          : [];
      return {
        service,
        missions,
        everywhere: service.everywhere.map((body) => bodies.get(body)).filter((body) => body !== undefined),
        ...(local === undefined ? {} : { local }),
      };
    },
  };
}

/**
 * The contacts of a body that may be shown. Of low confidence none is: a wrong number sends a person with a
 * running term to a closed door.
 */
export function contactsOf(body: Body): Contacts {
  const { address, phones, email, url, hours, as_of: asOf } = body;
  const some = address !== undefined || phones.length > 0 || email !== undefined || url !== undefined;
  if (!some) return { state: 'none', phones: [] };
  if (body.confidence === 'low') return { state: 'unconfirmed', phones: [] };
  return {
    state: 'shown',
    phones,
    ...(address === undefined ? {} : { address }),
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { url }),
    ...(hours === undefined ? {} : { hours }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function serviceOf(body: Body): BodyService {
  return {
    id: body.id,
    title: body.name,
    kinds: [body.kind],
    everywhere: [],
    abroad: body.kind === 'mission',
  };
}
