import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createPortal, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { makeCertificate } from './certificate.ts';

/** What a site answers; a string body is sent as UTF-8, bytes are sent as they are. */
export interface Reply {
  body: string | Uint8Array;
  /** With its charset; `text/html; charset=utf-8` unless told. */
  contentType?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** One request as the laboratory saw it. */
export interface LoggedRequest {
  method: string;
  scheme: 'http' | 'https';
  host: string;
  /** Path with query. */
  path: string;
  body: string;
  /** Whether a site of the laboratory answered; a request to anywhere else is refused, and counted. */
  known: boolean;
}

export type Answer = Reply | ((request: LoggedRequest) => Reply | Promise<Reply>);

/** One invented host and what it serves by path; `*` answers every path that has no entry of its own. */
export interface Site {
  host: string;
  pages: Record<string, Answer>;
}

/** Invented hosts on this machine, reached by a browser that uses `proxy`. */
export interface SiteServer {
  port: number;
  /** `127.0.0.1:port`: plain http, CONNECT and TLS all arrive here, so nothing passes unseen. */
  proxy: string;
  requests: LoggedRequest[];
  /** Requests to hosts that are not ours, the browser's own errands aside: none may be there. */
  strangers(): LoggedRequest[];
  add(...sites: Site[]): void;
  remove(...hosts: string[]): void;
  close(): Promise<void>;
}

/** What Chromium fetches for itself whatever its flags say, by exact host and path; everything else that leaves is somebody's doing. */
const browserErrands = [
  'clients2.google.com/time/1/current',
  'update.googleapis.com/service/update2/json',
  'accounts.google.com/ListAccounts',
];

const TLS_HANDSHAKE = 0x16;

/** Serves any number of invented hosts over http and https on one loopback port, which is also the forward proxy to them. */
export async function serveSites(sites: Site[] = []): Promise<SiteServer> {
  const byHost = new Map<string, Site>();
  const requests: LoggedRequest[] = [];
  const open = new Set<Socket>();
  const secrets = makeCertificate('lab.invalid');

  const web = createServer((request, response) => void answer(request, response, byHost, requests));
  const portal = createPortal((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    admit(socket);
  });
  web.on('connect', (_request, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    admit(socket);
  });

  /** Looks at the first byte to tell TLS from plain http. */
  function admit(socket: Socket): void {
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] !== TLS_HANDSHAKE) {
        web.emit('connection', socket);
      } else {
        const secure = new TLSSocket(socket, { isServer: true, ...secrets, ALPNProtocols: ['http/1.1'] });
        secure.on('error', () => socket.destroy());
        web.emit('connection', secure);
      }
      process.nextTick(() => socket.resume());
    });
  }

  await new Promise<void>((ready) => portal.listen(0, '127.0.0.1', ready));
  const { port } = portal.address() as AddressInfo;
  const add = (...more: Site[]) => {
    for (const site of more) merge(byHost, site);
  };
  add(...sites);
  return {
    port,
    proxy: `127.0.0.1:${port}`,
    requests,
    strangers: () => requests.filter((request) => !request.known && !isErrand(request)),
    add,
    remove: (...hosts) => {
      for (const host of hosts) byHost.delete(hostKey(host));
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        web.close();
        portal.close(() => closed());
      }),
  };
}

function isErrand({ host, path }: LoggedRequest): boolean {
  return browserErrands.includes(host.replace(/:443$/, '') + path.replace(/\?.*/, ''));
}

function merge(byHost: Map<string, Site>, site: Site): void {
  const host = hostKey(site.host);
  const pages = { ...byHost.get(host)?.pages, ...site.pages };
  byHost.set(host, { host, pages });
}

/** The host as a request will name it: lower case, Han names in punycode. */
function hostKey(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : host.toLowerCase();
}

async function answer(request: IncomingMessage, response: ServerResponse, byHost: Map<string, Site>, log: LoggedRequest[]): Promise<void> {
  const url = urlOf(request);
  if (!url) return void response.writeHead(400).end();
  const site = byHost.get(url.host) ?? byHost.get(url.hostname);
  const entry: LoggedRequest = {
    method: request.method ?? 'GET',
    scheme: url.protocol === 'https:' ? 'https' : 'http',
    host: url.host,
    path: url.pathname + url.search,
    body: await readBody(request),
    known: site !== undefined,
  };
  log.push(entry);
  const page = site && (site.pages[entry.path] ?? site.pages[url.pathname] ?? site.pages[safeDecode(url.pathname)] ?? site.pages['*']);
  if (!page) return void response.writeHead(site ? 404 : 502, { 'content-type': 'text/plain' }).end('not in the laboratory');
  send(response, typeof page === 'function' ? await page(entry) : page);
}

function send(response: ServerResponse, reply: Reply): void {
  const headers = { 'content-type': reply.contentType ?? 'text/html; charset=utf-8', 'cache-control': 'no-store', ...reply.headers };
  response.writeHead(reply.status ?? 200, headers).end(reply.body);
}

function urlOf(request: IncomingMessage): URL | undefined {
  const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
  const target = request.url ?? '/';
  // A proxied plain-http request names its whole address; everything else names its host in a header.
  const address = /^https?:\/\//i.test(target) ? target : `${scheme}://${request.headers.host ?? ''}${target}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
