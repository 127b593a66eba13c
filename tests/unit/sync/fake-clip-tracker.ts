import type { ClipStatus } from '@/lib/wire/clips';
import { parseClipBody } from '@/lib/wire/clips';

interface Stored {
  readonly author: string;
  readonly body: string;
  status: ClipStatus;
}

/** The tracker's writing side in memory: takes a clip once, compares bodies, can lose requests and answers. */
export class FakeClipTracker {
  readonly clips = new Map<string, Stored>();
  readonly tokens = new Set<string>();
  /** How often each clip's PUT came through. */
  readonly arrivals = new Map<string, number>();
  requests = 0;
  /** Loses what it returns true for: before the tracker sees it, or the answer after. */
  losesRequest: () => boolean = () => false;
  losesAnswer: () => boolean = () => false;
  /** Answers instead of the tracker where it is not null. */
  fault: (path: string) => Response | null = () => null;

  readonly fetch: typeof fetch = async (input, init) => {
    this.requests += 1;
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (this.losesRequest()) throw new TypeError('Failed to fetch');
    const answer = this.fault(pathname) ?? (await this.#answer(request, pathname));
    if (this.losesAnswer()) throw new TypeError('Failed to fetch');
    return answer;
  };

  decide(id: string, status: Omit<ClipStatus, 'id'>): void {
    const clip = this.clips.get(id);
    if (clip !== undefined) clip.status = { id, ...status };
  }

  async #answer(request: Request, pathname: string): Promise<Response> {
    if (pathname === '/v1/tokens') {
      const token = `token-${String(this.tokens.size).padStart(20, '0')}`;
      this.tokens.add(token);
      return Response.json({ token, scope: 'clip' }, { status: 201 });
    }
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if (!this.tokens.has(token)) {
      return Response.json({ error: 'token', message: 'not known' }, { status: 401 });
    }
    if (pathname === '/v1/clips/status') return await this.#statuses(request, token);
    const id = pathname.split('/').at(-1) ?? '';
    return request.method === 'DELETE'
      ? this.#withdraw(id, token)
      : await this.#put(request, id, token);
  }

  async #put(request: Request, id: string, author: string): Promise<Response> {
    const body = await request.text();
    const parsed = parseClipBody(JSON.parse(body));
    if (!parsed.ok) {
      return Response.json({ error: 'field', message: parsed.field }, { status: 400 });
    }
    this.arrivals.set(id, (this.arrivals.get(id) ?? 0) + 1);
    const before = this.clips.get(id);
    if (before === undefined) {
      const status: ClipStatus = { id, state: 'received' };
      this.clips.set(id, { author, body, status });
      return Response.json(status, { status: 201 });
    }
    if (before.author !== author || before.body !== body) {
      return Response.json({ error: 'conflict', message: 'another clip' }, { status: 409 });
    }
    return Response.json(before.status);
  }

  async #statuses(request: Request, author: string): Promise<Response> {
    const { ids } = (await request.json()) as { ids: string[] };
    const own = ids
      .map((id) => this.clips.get(id))
      .filter((clip) => clip?.author === author)
      .map((clip) => clip?.status);
    return Response.json({ clips: own });
  }

  #withdraw(id: string, author: string): Response {
    const clip = this.clips.get(id);
    if (clip?.author !== author) {
      return Response.json({ error: 'unknownClip', message: 'no such clip' }, { status: 404 });
    }
    if (clip.status.state === 'received') clip.status = { id, state: 'withdrawn' };
    return Response.json(clip.status);
  }
}
