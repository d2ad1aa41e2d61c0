import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { variables } from '../../src/config/variables.ts';
import { root } from '../../src/core.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const known = new Set(Object.keys(variables));
/** Of files of other programs, whose forms are theirs. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Json = Record<string, any>;

/** Metrics an expression names, with the endings of histograms taken off. */
const named = (text: string): string[] =>
  [...text.matchAll(/\bbagdar_[a-z0-9_]+/gu)].map(([name]) => name.replace(/_(bucket|count|sum)$/u, ''));

describe('alerts and dashboard', () => {
  const served = new Set(
    createMetrics()
      .registry.getMetricsAsArray()
      .map(({ name }) => name),
  );
  const { groups } = parse(read('docs/operations/alerts.yml')) as Json;
  const rules = groups.flatMap((group: Json) => group.rules) as Json[];
  const dashboard = JSON.parse(read('docs/operations/grafana-dashboard.json')) as Json;

  it.each(rules.map((rule) => [rule.alert, rule]))('%s watches a metric that is served', (_, rule) => {
    const names = named(rule.expr);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(served).toContain(name);
  });

  it.each(rules.map((rule) => [rule.alert, rule.annotations.runbook_url]))('%s leads to %s', (_, url) => {
    const [page, anchor] = (url as string).split('#');
    expect(existsSync(join(root, page ?? ''))).toBe(true);
    if (anchor === undefined) return;
    const headings = [...read(page ?? '').matchAll(/^#+ (.+)$/gmu)].map(([, title]) =>
      (title ?? '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    expect(headings).toContain(anchor);
  });

  it('every alert is made to come once', () => {
    const { tests } = parse(read('test/deploy/alerts.yml')) as Json;
    const coming = JSON.stringify(tests);
    for (const rule of rules) expect(coming).toContain(`alertname=\\"${rule.alert}\\"`);
  });

  it('every panel draws metrics that are served', () => {
    const expressions = dashboard.panels.flatMap((panel: Json) => panel.targets.map((one: Json) => one.expr));
    expect(expressions.length).toBeGreaterThan(20);
    for (const expression of expressions) {
      const names = named(expression);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(served).toContain(name);
    }
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as Json;
  const bots = Object.entries<Json>(services).filter(([, one]) => one.image === 'bagdar');

  it('runs two bots with variables that exist, on the database beside them', () => {
    expect(bots).toHaveLength(2);
    for (const [, bot] of bots) {
      for (const name of Object.keys(bot.environment)) expect(known).toContain(name);
      expect(new URL(bot.environment.DATABASE_URL.replaceAll(/\$\{.*?\}/gu, 'x')).hostname in services).toBe(
        true,
      );
    }
  });

  it('holds no secret, and names only volumes and files that are there', () => {
    const text = read('compose.yaml');
    for (const name of ['BOT_TOKEN', 'WEBHOOK_SECRET', 'POSTGRES_PASSWORD']) {
      expect(text).toMatch(new RegExp(`${name}: \\$\\{${name}:\\?`, 'u'));
    }
    const mounts = Object.values<Json>(services).flatMap((one) => (one.volumes ?? []) as string[]);
    for (const [source = ''] of mounts.map((mount) => mount.split(':'))) {
      expect(source.startsWith('./') ? existsSync(join(root, source)) : source in volumes).toBe(true);
    }
  });

  it('the proxy passes on to the bots and keeps figures inside', () => {
    const caddy = read('docs/operations/Caddyfile');
    for (const [name] of bots) expect(caddy).toContain(`${name}:8080`);
    expect(caddy).toContain('@inside path /metrics /readyz /readyz/*');
  });

  it('the proxy notices a bot that stops before it closes, and the engine waits for its end', () => {
    const [, interval] = /health_interval (\d+)s/u.exec(read('docs/operations/Caddyfile')) ?? [];
    for (const [, bot] of bots) {
      const drain = Number(bot.environment.DRAIN_SECONDS);
      expect(drain).toBeGreaterThan(Number(interval));
      expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(drain + 8);
    }
  });

  it('the proxy has the words of a bot when there is none', () => {
    const caddy = read('docs/operations/Caddyfile');
    for (const language of ['kk', 'ru']) {
      expect(caddy).toContain((JSON.parse(read(`locales/${language}.json`)) as Json).error.general);
    }
  });
});

describe('Kubernetes', () => {
  const folder = 'docs/operations/kubernetes';
  const objects = readdirSync(join(root, folder))
    .flatMap((file) => parseAllDocuments(read(`${folder}/${file}`)))
    .map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS() as Json;
    });
  const of = (kind: string): Json => objects.find((one) => one.kind === kind) as Json;

  it('has all that serves two replicas', () => {
    for (const kind of ['Deployment', 'PodDisruptionBudget', 'Service', 'Ingress', 'ConfigMap', 'Secret']) {
      expect(of(kind)).toBeDefined();
    }
    const { spec } = of('Deployment');
    expect(spec.replicas).toBeGreaterThanOrEqual(2);
    expect(spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
    const [container] = spec.template.spec.containers;
    expect(container.readinessProbe.httpGet.path).toBe('/readyz');
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(
      8 + Number(of('ConfigMap').data.DRAIN_SECONDS),
    );
  });

  it('lets figures and readiness out by no path', () => {
    const paths = of('Ingress').spec.rules[0].http.paths as Json[];
    const kept = paths.filter(({ backend }) => backend.service.name === 'bagdar-nothing');
    expect(kept.map(({ path, pathType }) => `${path} ${pathType}`)).toEqual([
      '/metrics Exact',
      '/readyz Prefix',
    ]);
  });

  it('sets variables that exist', () => {
    for (const name of [...Object.keys(of('ConfigMap').data), ...Object.keys(of('Secret').stringData)]) {
      expect(known).toContain(name);
    }
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('keeps every font the product draws with', () => {
    const require = createRequire(import.meta.url);
    const sources = ['src/checklists/pdf/face.ts', 'src/statistics/picture.ts'].map(read).join('\n');
    const fonts = [...sources.matchAll(/'(@expo-google-fonts\/[^']+\.ttf)'/gu)].map(([, path]) => path ?? '');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect(existsSync(require.resolve(font))).toBe(true);
      expect(dockerfile).toContain(font.split('/').at(-1));
    }
  });

  it('copies folders that exist and sets variables that exist', () => {
    for (const [, source = ''] of dockerfile.matchAll(/^COPY (?!--from)(\S+) \.\/\S+$/gmu)) {
      expect(existsSync(join(root, source))).toBe(true);
    }
    const [, set = ''] = /^ENV (.+)$/mu.exec(dockerfile) ?? [];
    const names = set.split(' ').map((pair) => pair.split('=')[0] ?? '');
    expect(names.filter((name) => name !== 'NODE_ENV' && !known.has(name))).toEqual([]);
  });
});
