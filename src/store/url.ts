/** Where the data lives, read from `DATABASE_URL`. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite' /** Path of the file, or `:memory:`. */; readonly file: string }
  | {
      readonly kind: 'postgres' /** Connection string; holds the password, never log it. */;
      readonly url: string;
    };

/** What `DATABASE_URL` may look like, for messages to the operator. */
export const databaseUrlForms = 'sqlite:PATH, sqlite::memory: or postgres://USER:PASSWORD@HOST:PORT/NAME';

/**
 * Reads a database address. Returns the fault as text, without the value: it may hold a password.
 *
 * `sqlite:data/bagdar.db` is relative to the working directory, `sqlite:/var/lib/bagdar.db` absolute.
 */
export function parseDatabaseUrl(value: string): DatabaseAddress | { readonly fault: string } {
  if (value.startsWith('sqlite:')) {
    const file = value.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (file === '') return { fault: 'names no file' };
    if (file.startsWith('//')) return { fault: 'names a host, but SQLite is a local file' };
    if (file.includes('\0')) return { fault: 'holds a character no file name may have' };
    return { kind: 'sqlite', file };
  }
  if (/^postgres(ql)?:\/\//.test(value)) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url) return { fault: 'cannot be read as an address' };
    if (url.pathname.length < 2) return { fault: 'names no database after the host' };
    return { kind: 'postgres', url: value };
  }
  return { fault: 'is neither a SQLite nor a PostgreSQL address' };
}

/** The address as it may be shown in logs: without user and password. */
export function describeDatabase(address: DatabaseAddress): string {
  if (address.kind === 'sqlite') return `sqlite:${address.file}`;
  const { host, pathname } = new URL(address.url);
  return `postgres://${host}${pathname}`;
}
