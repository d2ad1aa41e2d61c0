import type { Fault } from './read-yaml.ts';
import type { Body, BodyService } from './schema/body.ts';
import type { CalendarFile } from './schema/calendar.ts';
import type { Localized } from './schema/common.ts';
import type { Comparison } from './schema/comparison.ts';
import type { Duty } from './schema/duty.ts';
import type { FaqEntry } from './schema/faq.ts';
import type { FiguresFile } from './schema/figures.ts';
import type { FreshnessPolicy } from './schema/freshness.ts';
import type { Term } from './schema/glossary.ts';
import type { Guide, GuideSuggestions } from './schema/guide.ts';
import type { Country, PointsFile, Region } from './schema/place.ts';
import type { Route } from './schema/route.ts';
import type { RuleDocument, RuleSubject } from './schema/rules.ts';
import type { Source } from './schema/source.ts';

/** A topic of the FAQ: one file of `content/faq/`. */
export interface Topic {
  readonly id: string;
  readonly title: Localized;
  readonly owner: string;
  /** Entry ids in the file's order. */
  readonly entries: readonly string[];
}

/** An FAQ entry with its topic; `owner` falls back to the topic's. */
export type Entry = FaqEntry & { readonly topic: string; readonly owner: string; readonly file: string };

/**
 * Everything the product knows, as one frozen value. Loading makes a new one; nothing changes an old one, so an
 * answer begun before a reload ends with the content it began with.
 */
export interface Knowledge {
  /** Hash of all content files: the same content has the same version on every machine. */
  readonly version: string;
  /** Sources of content/sources, and one `rules.<document>` for each rule text. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly documents: ReadonlyMap<string, RuleDocument>;
  readonly subjects: ReadonlyMap<string, RuleSubject>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly figures: FiguresFile;
  readonly calendar: CalendarFile;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly services: ReadonlyMap<string, BodyService>;
  /** By ISO 3166-2 code. */
  readonly regions: ReadonlyMap<string, Region>;
  /** Towns by which a shared location finds its region. */
  readonly points: PointsFile;
  /** Names of places that are everyday words too. */
  readonly ordinaryPlaces: readonly string[];
  /** By ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlyMap<string, Country>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly routes: ReadonlyMap<string, Route>;
  /** What has to be done by a day (`content/duties/`); counted by `duties/compute.ts`. */
  readonly duties: ReadonlyMap<string, Duty>;
  readonly guides: ReadonlyMap<string, Guide>;
  /** How guides are offered; `null` when there are none. */
  readonly guideSuggestions: GuideSuggestions | null;
  readonly freshness: FreshnessPolicy;
  /** What an editor should know and nothing fails on. */
  readonly warnings: readonly Fault[];
}
