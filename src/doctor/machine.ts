import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadAnswerSettings } from '../answer/settings.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { DatabaseAddress } from '../store/url.ts';
import { type Finding, fault, note, ok } from './finding.ts';

const megabyte = 1024 * 1024;
/** Free space, in megabytes, below which a day's questions may no longer fit. */
const littleSpace = 200;
const lowSpace = 1024;

/** Content faults, in the words of `content:check`. */
export function examineContent(root: string): readonly Finding[] {
  const knowledge = loadKnowledge(root);
  const settings = loadAnswerSettings(root);
  const faults = [...(knowledge.ok ? [] : knowledge.faults), ...(settings.ok ? [] : settings.faults)];
  if (faults.length > 0) {
    const [first] = faults;
    return [
      fault(
        `the content has ${faults.length} fault(s), the first at ${first?.file}:${first?.line} (${first?.reason})`,
        '`npm run content:check` lists them all',
      ),
    ];
  }
  return [
    ok(
      knowledge.ok ? `the content is sound: version ${knowledge.knowledge.version}` : 'the content is sound',
    ),
  ];
}

/** Room where the database grows. */
export function examineDisk(
  address: DatabaseAddress,
  freeBytes: (folder: string) => number = freeSpace,
): readonly Finding[] {
  if (address.kind === 'postgres' || address.file === ':memory:') return [];
  const folder = dirname(resolve(address.file));
  let free: number;
  try {
    free = Math.floor(freeBytes(folder) / megabyte);
  } catch {
    return [note('free disk space is not known: the folder of the database does not exist yet')];
  }
  if (free < littleSpace) {
    return [fault(`${free} MB free for the database`, 'free space; see docs/operations/database-full.md')];
  }
  return [
    free < lowSpace ? note(`${free} MB free for the database`) : ok(`${free} MB free for the database`),
  ];
}

function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
