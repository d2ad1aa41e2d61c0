import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes what people wrote while it waits in the inbox. */
export interface Seal {
  close(value: unknown): string;
  /** What was closed; values that never were (`null`, wiped ones) come back as they are. @throws when closed under another token. */
  open(payload: unknown): unknown;
}

const version = 's1.';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Updates are stored before they are read, so personal numbers in them cannot be masked yet: a colleague's phone in
 * an announcement must survive what a stranger's must not. They are sealed (AES-256-GCM) until they are handled and
 * wiped, so that neither the database, its log nor a backup ever holds them. The key comes from the bot's token,
 * which all replicas have and the database has not.
 */
export function createSeal(token: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', token, 'bagdar', 'inbox', 32));
  return {
    close(value) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const closed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64');
    },
    open(payload) {
      if (typeof payload !== 'string' || !payload.startsWith(version)) return payload;
      const bytes = Buffer.from(payload.slice(version.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const opened = [decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()];
      return JSON.parse(Buffer.concat(opened).toString('utf8')) as unknown;
    },
  };
}
