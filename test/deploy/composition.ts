import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../../src/core.ts';

const run = promisify(execFile);

export interface CompositionOptions {
  /** The program that reads compose files: `docker compose`, or `docker-compose`. */
  readonly compose: string;
  /** A folder for the file of settings. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly build: boolean;
}

/** `compose.yaml` as it ships, on the Docker engine of this machine, under a project name of its own. */
export interface Composition {
  compose(...args: readonly string[]): Promise<string>;
  /** A command in a running container. */
  exec(service: string, ...command: readonly string[]): Promise<string>;
  /** What `docker inspect` says in a Go template, of a service's container. */
  inspect(service: string, template: string): Promise<string>;
  /** Waits until a bot's `/readyz` is well, asked from inside its container. */
  ready(service: string): Promise<void>;
  /** Waits until Docker finds a bot healthy, as `docker compose ps` shows it. */
  healthy(service: string): Promise<void>;
  down(): Promise<void>;
}

/** How long something may take before the check fails: first starts on slow machines. */
const patienceMs = 180_000;

const askReady = `fetch('http://127.0.0.1:8080/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))`;

export async function startComposition(options: CompositionOptions): Promise<Composition> {
  const env = join(options.folder, 'check.env');
  writeFileSync(
    env,
    Object.entries(options.settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  );
  const [program = 'docker', ...words] = options.compose.split(' ');
  const files = ['compose.yaml', 'test/deploy/compose.yaml'].flatMap((file) => ['-f', join(root, file)]);
  const compose = async (...args: readonly string[]): Promise<string> => {
    const all = [...words, '--project-name', 'bagdar-check', '--env-file', env, ...files, ...args];
    const { stdout } = await run(program, all, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim();
  };
  const exec: Composition['exec'] = (service, ...command) => compose('exec', '-T', service, ...command);
  await compose('up', '-d', ...(options.build ? ['--build'] : ['--no-build']));
  const inspect = async (service: string, template: string): Promise<string> => {
    const id = await compose('ps', '-a', '-q', service);
    return (await run('docker', ['inspect', '--format', template, id])).stdout.trim();
  };
  return {
    compose,
    exec,
    inspect,
    async ready(service) {
      await until(`${service} is ready`, () =>
        exec(service, 'node', '-e', askReady).then(
          () => true,
          () => false,
        ),
      );
    },
    async healthy(service) {
      await until(
        `${service} is healthy`,
        async () => (await inspect(service, '{{.State.Health.Status}}')) === 'healthy',
      );
    },
    async down() {
      await compose('down', '--volumes', '--remove-orphans');
    },
  };
}

/** Looks again and again until it is so. @throws Error naming what did not come */
export async function until(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await sleep(200);
  }
}
