import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/postgres.mjs';

const DOCS = fileURLToPath(new URL('../../docs/operating.md', import.meta.url));

/** A running nginx. */
export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** The nth block of nginx's settings in the operator's guide: what is measured is what is recommended. */
export function guideBlock(nth: number): string {
  const blocks = fs.readFileSync(DOCS, 'utf8').matchAll(/```nginx\n([\s\S]*?)```/g);
  const block = [...blocks][nth]?.[1];
  if (block === undefined) throw new Error(`the operator's guide has no nginx block ${nth}`);
  return block;
}

/** Runs nginx with a block of the guide, its example paths and port replaced by ours. */
export async function startNginx(
  block: string,
  replaced: Readonly<Record<string, string>>,
): Promise<Nginx> {
  if (spawnSync('nginx', ['-v']).error !== undefined) {
    throw new Error('nginx is not installed: apt-get install nginx-light');
  }
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'uade-nginx-'));
  fs.chmodSync(home, 0o755);
  const port = await freePort();
  const ours = Object.entries({ ...replaced, '/var/cache/nginx': `${home}/cache` });
  const text = ours.reduce((sum, [from, to]) => sum.replaceAll(from, to), block);
  // Lines of the guide that stand outside `server`.
  const isOutside = (line: string) => line.startsWith('proxy_cache_path');
  const lines = text.split('\n');
  const config = `
    daemon off; pid ${home}/pid; error_log stderr; worker_processes 1;
    events { worker_connections 1024; }
    http {
      access_log off;
      ${lines.filter(isOutside).join('\n')}
      server { listen 127.0.0.1:${port}; ${lines.filter((line) => !isOutside(line)).join('\n')} }
    }`;
  fs.mkdirSync(`${home}/cache`, { mode: 0o777 });
  fs.writeFileSync(`${home}/nginx.conf`, config);
  const child = spawn('nginx', ['-p', home, '-c', `${home}/nginx.conf`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await listening(child, port);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('nginx ended');
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined));
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
