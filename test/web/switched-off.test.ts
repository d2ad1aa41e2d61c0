import { expect, it } from 'vitest';
import { paragraph, reply } from '../../src/messages/build.ts';
import { webSite } from './site.ts';

it('shows the banner on the page, and instead of a shared answer', async () => {
  const site = await webSite({ banner: async (locale) => reply(locale, [paragraph('Веб-чат өшірулі')]) });
  try {
    expect((await site.server.inject('/')).body).toContain('Веб-чат өшірулі');
    const shared = await site.server.inject('/a/kandas.documents');
    expect(shared.statusCode).toBe(503);
    expect(shared.body).toContain('Веб-чат өшірулі');
  } finally {
    await site.close();
  }
});
