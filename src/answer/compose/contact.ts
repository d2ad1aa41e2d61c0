import { type Contacts, contactsOf, createDirectory, type DirectoryContent } from '../../knowledge/bodies.ts';
import type { Body } from '../../knowledge/schema/body.ts';
import { note } from '../../messages/build.ts';
import type { Block } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

/** Where a person is, as far as it is known. */
export interface Whereabouts {
  /** ISO 3166-2 code of a region of Kazakhstan. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 code of a country. */
  readonly country: string | null;
  /** Nothing unless a body of that very place is known. */
  readonly nearOnly?: boolean;
}

/** Cards of the bodies competent for a service, or of one body by its id; none for an unknown id. */
export type ContactCards = (id: string, where: Whereabouts, speaker: Speaker) => readonly Block[];

/** Missions shown for one country: people choose the nearest; more than three is a directory, not an answer. */
const mostMissions = 3;

/** Contact cards over the directory of bodies. */
export function contactCards(content: DirectoryContent): ContactCards {
  const directory = createDirectory(content);
  return (id, where, speaker) => {
    const found = directory.bodyFor(id, where.region ?? undefined, where.country ?? undefined);
    if (found === undefined) return [];
    const blocks: Block[] = [];
    if (found.local !== undefined) blocks.push(card(found.local, speaker));
    blocks.push(...found.missions.slice(0, mostMissions).map((body) => card(body, speaker)));
    // Without a region the local body cannot be named: say so, before the national ones.
    if (found.local === undefined && found.missions.length === 0 && found.service.kinds.length > 0) {
      blocks.push(note('info', speaker.t('contact.which_region')));
    }
    // Under an answer only the body of the reader's own place is news; portals and 1414 stand behind the button.
    if (where.nearOnly === true && found.local === undefined && found.missions.length === 0) return [];
    // An office keeps hours, and its line may not answer: the portals and 1414 below are the next best.
    const near = found.local ?? found.missions[0];
    if (near !== undefined && found.everywhere.length > 0)
      blocks.push(note('info', speaker.t('contact.if_closed')));
    blocks.push(...found.everywhere.map((body) => card(body, speaker)));
    return blocks;
  };
}

/** Cards of all bodies of a region. */
export function regionCards(
  content: DirectoryContent,
): (region: string, speaker: Speaker) => readonly Block[] {
  const directory = createDirectory(content);
  return (region, speaker) => directory.bodiesIn(region).map((body) => card(body, speaker));
}

function card(body: Body, speaker: Speaker): Block {
  const contacts = contactsOf(body);
  const map = mapLink(contacts);
  return {
    type: 'contact',
    name: speaker.say(body.name),
    lines: contactLines(body, contacts, speaker),
    phones: contacts.phones,
    ...(contacts.url === undefined ? {} : { url: contacts.url }),
    ...(map === undefined ? {} : { map }),
  };
}

function contactLines(body: Body, contacts: Contacts, speaker: Speaker): string[] {
  const { t } = speaker;
  const caution = body.caution === undefined ? [] : [speaker.say(body.caution)];
  if (contacts.state !== 'shown') return [...caution, t('contact.unverified')];
  const lines: string[] = [];
  if (contacts.address !== undefined)
    lines.push(t('contact.address', { address: speaker.say(contacts.address) }));
  for (const phone of contacts.phones) lines.push(t('contact.phone', { phone }));
  if (contacts.hours !== undefined) lines.push(t('contact.hours', { hours: speaker.say(contacts.hours) }));
  if (contacts.email !== undefined) lines.push(t('contact.email', { email: contacts.email }));
  if (contacts.url !== undefined) lines.push(contacts.url);
  lines.push(...caution);
  const dated =
    contacts.asOf === undefined
      ? t('contact.undated')
      : t('contact.verified', { date: partialDate(contacts.asOf, speaker) });
  // National short numbers and portals do not move: no need to send people to 1414 to check 1414.
  if (body.kind !== 'hotline' && body.kind !== 'portal') lines.push(dated);
  return lines;
}

/** Sources date contacts to the day, the month or only the year. */
function partialDate(date: string, speaker: Speaker): string {
  return date.length === 10 ? speaker.date(date) : date.split('-').reverse().join('.');
}

function mapLink({ address }: Contacts): string | undefined {
  return address === undefined ? undefined : `https://2gis.kz/search/${encodeURIComponent(address.ru)}`;
}
