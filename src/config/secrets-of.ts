import type { Config } from './config.ts';

/** Every secret value of a configuration, for the logger to remove wherever it stands. */
export function secretsOf({ telegram, database }: Config): readonly string[] {
  const secrets: string[] = [];
  if (telegram) secrets.push(telegram.token);
  if (telegram?.mode === 'webhook') secrets.push(telegram.secret);
  if (database.kind === 'postgres') {
    const { password } = new URL(database.url);
    secrets.push(database.url, password, decodeURIComponentSafely(password));
  }
  return secrets.filter((secret) => secret !== '');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
