import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aptInstall } from './browsers.ts';
import { projectRoot } from './built-extension.ts';
import { pause } from './driver.ts';

/** A ClickHouse server of our own on this machine, with the tables of `deploy/clickhouse`. */
export interface ClickHouse {
  /** The address to post newline-delimited JSON to. */
  ingestUrl: string;
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends the server as a power cut would, and starts it again over the same data. */
  killAndRestart(downFor: number): Promise<void>;
  stop(): Promise<void>;
}

const places = ['/usr/bin/clickhouse-server', '/usr/sbin/clickhouse-server', '/usr/local/bin/clickhouse-server'];

/** Starts ClickHouse from an installed package, or installs Debian's where that is allowed; otherwise says what to install. */
export async function startClickHouse(): Promise<ClickHouse> {
  const program =
    places.find((place) => existsSync(place)) ?? (aptInstall('clickhouse-server') ? places.find((place) => existsSync(place)) : undefined);
  if (!program)
    throw new Error(
      'No clickhouse-server was found. Install ClickHouse (on Debian: apt-get install clickhouse-server), then run this again.',
    );
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-clickhouse-'));
  const [http, tcp, interserver] = await Promise.all([freePort(), freePort(), freePort()]);
  writeConfig(folder, { http, tcp, interserver });
  const address = `http://127.0.0.1:${http}/`;
  let child = await launch(program, folder, address);
  const clickHouse: ClickHouse = {
    ingestUrl: `${address}?${new URLSearchParams({ query: 'INSERT INTO guard.events FORMAT JSONEachRow', input_format_skip_unknown_fields: '1' })}`,
    query: (sql) => query(address, sql),
    killAndRestart: async (downFor) => {
      await end(child, 'SIGKILL');
      await pause(downFor);
      child = await launch(program, folder, address);
    },
    stop: async () => {
      await end(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    for (const statement of readFileSync(path.join(projectRoot, 'deploy/clickhouse/table.sql'), 'utf8').split(/;\s*$/m))
      if (statement.replace(/^--.*$/gm, '').trim() !== '') await query(address, statement);
  } catch (error) {
    await clickHouse.stop();
    throw error;
  }
  return clickHouse;
}

/** The ready queries of `deploy/clickhouse/queries` by their names. */
export function readyQueries(): Record<string, string> {
  const folder = path.join(projectRoot, 'deploy/clickhouse/queries');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(/\.sql$/, ''), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

function writeConfig(folder: string, { http, tcp, interserver }: { http: number; tcp: number; interserver: number }): void {
  mkdirSync(path.join(folder, 'data'));
  writeFileSync(
    path.join(folder, 'config.xml'),
    `<yandex><logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/data/tmp/</tmp_path><user_files_path>${folder}/data/files/</user_files_path>
<users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>16777216</mark_cache_size></yandex>`,
  );
  writeFileSync(
    path.join(folder, 'users.xml'),
    `<yandex><profiles><default><max_threads>1</max_threads></default></profiles><quotas><default/></quotas>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`,
  );
}

async function launch(program: string, folder: string, address: string): Promise<ChildProcess> {
  const child = spawn(program, ['--config-file', path.join(folder, 'config.xml')], { cwd: folder, stdio: 'ignore' });
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    if (
      await fetch(`${address}ping`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return child;
    await pause(100);
  }
  await end(child, 'SIGKILL');
  const errors = existsSync(path.join(folder, 'errors')) ? readFileSync(path.join(folder, 'errors'), 'utf8').slice(-600) : '';
  throw new Error(`clickhouse-server did not start: ${errors}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const body = sql.trim().replace(/;$/, '');
  const wantsRows = /^(?:--.*\n)*\s*(?:SELECT|WITH)/i.test(body);
  const answer = await fetch(address, { method: 'POST', body: wantsRows ? `${body} FORMAT JSONEachRow` : body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`ClickHouse refused: ${text.slice(0, 500)}`);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
