import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Announcement, AnnouncementFile } from '../../announcements/announcement.ts';
import { type Blocker, checkAnnouncement, stops } from '../../announcements/check.ts';
import type { ComposeParts } from '../../announcements/compose.ts';
import { momentOf } from '../../announcements/moments.ts';
import type { AnnouncementPolicy } from '../../announcements/policy.ts';
import { type Fault, type Path, readYaml } from '../../knowledge/read-yaml.ts';
import type { AnnouncementUpload } from '../../store/ports/announcements.ts';

/** An announcement file that may go out. */
export interface ReadAnnouncement {
  readonly definition: Announcement;
  readonly file: AnnouncementUpload | null;
  /** `null` = now. */
  readonly startsAt: Date | null;
  /** What the operator should know. */
  readonly notes: readonly Blocker[];
}

/**
 * Reads an announcement file and everything it refers to, and checks it as the conversation does.
 * @param at overrides the file's own moment
 */
export function readAnnouncement(
  path: string,
  at: string | undefined,
  parts: ComposeParts & { readonly policy: AnnouncementPolicy },
): ReadAnnouncement | { readonly faults: readonly Fault[] } {
  const read = readYaml(path, AnnouncementFile);
  if (!read.ok) return { faults: read.faults };
  const { photo, document, at: written, ...rest } = read.value;
  const faults: Fault[] = [];
  const named = at ?? written;
  const startsAt = named === undefined ? null : momentOf(named);
  if (named !== undefined && startsAt === null)
    faults.push(read.fault(['at'], `not a moment such as 2026-12-01T09:00 (Almaty): ${named}`));
  const kind = photo === undefined ? 'document' : 'photo';
  const file = readFile(path, photo ?? document, maxBytes(kind, parts.policy));
  if (typeof file === 'string') faults.push(read.fault([kind], file));
  const definition: Announcement = { ...rest, ...(file === null ? {} : { media: { kind } }) };
  const found = checkAnnouncement(definition, startsAt ?? parts.clock.now(), parts);
  for (const blocker of found)
    if (stops(blocker)) faults.push(read.fault(pathOf(blocker), describeBlocker(blocker)));
  if (faults.length > 0 || typeof file === 'string') return { faults };
  return { definition, file, startsAt, notes: found.filter((blocker) => !stops(blocker)) };
}

/** The file's bytes, or what is wrong with it. */
function readFile(path: string, name: string | undefined, most: number): AnnouncementUpload | string | null {
  if (name === undefined) return null;
  const place = resolve(dirname(path), name);
  try {
    const { size } = statSync(place);
    if (size === 0) return 'the file is empty';
    if (size > most) return `the file has ${size} bytes, ${most} are allowed`;
    return { name: basename(place), bytes: readFileSync(place) };
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}

function maxBytes(kind: 'photo' | 'document', { files }: AnnouncementPolicy): number {
  return (kind === 'photo' ? files.photo_megabytes : files.document_megabytes) * 1_000_000;
}

/** Where in the file a fault stands. */
function pathOf(blocker: Blocker): Path {
  switch (blocker.kind) {
    case 'unknown_entry':
    case 'stale_entry':
      return ['button', 'entry'];
    case 'unknown_guide':
      return ['button', 'guide'];
    case 'unknown_region':
      return ['audience', 'regions'];
    case 'unknown_country':
      return ['audience', 'countries'];
    case 'unknown_topic':
      return ['audience', 'topics'];
    case 'too_long':
      return ['text', blocker.locale === 'ru' ? 'ru' : 'kk'];
    case 'without_russian':
      return ['without_ru'];
    case 'quiet_hours':
      return ['at'];
    case 'nobody':
      return ['audience'];
  }
}

/** A blocker in words for the terminal. */
export function describeBlocker(blocker: Blocker): string {
  switch (blocker.kind) {
    case 'unknown_entry':
    case 'unknown_guide':
    case 'unknown_region':
    case 'unknown_country':
    case 'unknown_topic':
      return `no such ${blocker.kind.slice('unknown_'.length)}: ${blocker.id}`;
    case 'stale_entry':
      return `the entry ${blocker.id} has ended or was not checked for long`;
    case 'too_long':
      return `too long for one message in ${blocker.locale}: ${blocker.length} characters, ${blocker.most} are allowed`;
    case 'without_russian':
      return blocker.rule === 'skip'
        ? 'readers of Russian get nothing'
        : 'readers of Russian get the Kazakh text';
    case 'quiet_hours':
      return `it is night for readers in ${blocker.zones.join(', ')}: ${
        blocker.effect === 'silent' ? 'it arrives without sound' : 'they get it in the morning'
      } (urgent: true sends at once, with sound)`;
    case 'nobody':
      return 'nobody is in the audience';
  }
}
