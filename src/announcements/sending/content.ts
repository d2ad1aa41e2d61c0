import type { Locale } from '../../language/locale.ts';
import type { StoredAnnouncement } from '../../store/ports/announcements.ts';
import type { Store } from '../../store/ports/store.ts';
import { type ComposeParts, composeAnnouncement } from '../compose.ts';
import type { PostContent, PostMedia } from '../post.ts';

/** What each reader of an announcement gets, put together once a locale. */
export interface Contents {
  /** `null` when there is no text for the reader. */
  of(announcement: StoredAnnouncement, locale: Locale): Promise<PostContent | null>;
  /** The file must be uploaded with the next message: one at a time until Telegram has it. */
  mustUpload(announcement: StoredAnnouncement): boolean;
  /** Telegram has the file now. */
  uploaded(announcement: StoredAnnouncement, fileId: string): Promise<void>;
}

export function createContents(
  announcements: Pick<Store['announcements'], 'file' | 'keepFileId'>,
  parts: ComposeParts,
): Contents {
  const replies = new Map<string, PostContent['reply'] | null>();
  const fileIds = new Map<string, string>();
  const bytes = new Map<string, PostMedia['source']>();

  /** A correction changes a text under a file that is already there. */
  const fileIdOf = ({ id, kind, definition }: StoredAnnouncement): string | undefined =>
    kind === 'message' ? (definition.media?.file_id ?? fileIds.get(id)) : 'kept';

  const mediaOf = async (announcement: StoredAnnouncement): Promise<PostMedia | null> => {
    const { id, definition } = announcement;
    if (definition.media === undefined) return null;
    const { kind } = definition.media;
    const fileId = fileIdOf(announcement);
    if (fileId !== undefined) return { kind, source: { fileId } };
    let source = bytes.get(id);
    if (source === undefined) {
      const file = await announcements.file(id);
      if (file === null) throw new Error(`announcement ${id} has neither a file nor its id`);
      source = { name: file.name, bytes: file.bytes };
      bytes.set(id, source);
    }
    return { kind, source };
  };

  return {
    async of(announcement, locale) {
      const { id, kind, origin, revision, definition } = announcement;
      const key = `${id} ${revision} ${locale}`;
      let reply = replies.get(key);
      if (reply === undefined) {
        // The buttons of a corrected message still name the announcement it belongs to.
        reply = composeAnnouncement(definition, kind === 'message' ? id : (origin ?? id), locale, parts);
        replies.set(key, reply);
      }
      return reply === null ? null : { reply, media: await mediaOf(announcement) };
    },

    mustUpload: (announcement) =>
      announcement.definition.media !== undefined && fileIdOf(announcement) === undefined,

    async uploaded({ id, origin }, fileId) {
      if (fileIds.has(id)) return;
      fileIds.set(id, fileId);
      bytes.delete(id);
      await announcements.keepFileId(id, fileId);
      // The next turn of a series need not upload it again.
      if (origin !== null) await announcements.keepFileId(origin, fileId);
    },
  };
}
