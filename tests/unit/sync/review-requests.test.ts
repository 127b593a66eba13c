import { describe, expect, it } from 'vitest';
import { askStatuses, askToken, deleteClip } from '@/lib/sync/clip-requests';
import {
  addRecord,
  askProposals,
  askQueue,
  decideClip,
  settleProposal,
} from '@/lib/sync/review-requests';
import type { World } from '@/lib/sync/world';
import type { Proposal } from '@/lib/wire/review';

const ASKING = { origin: 'https://tracker.example', token: 'b'.repeat(43) };

const proposal: Proposal = {
  dataset: 'kz',
  record: {
    id: 'verdict/1',
    promiseId: 'promise-1',
    status: 'kept',
    on: '2026-10',
    sources: [{ url: 'https://news.example/report' }],
    recordedAt: '2026-10-02T00:00:00Z',
  },
  proposedBy: '6f34b198a1e7',
  at: '2026-10-03T10:00:00.000Z',
};
const row = { ...proposal, kind: 'statusEvent', id: proposal.record.id };

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string | null;
  readonly body: string | null;
}

function worldWith(status: number, json: unknown, asked: Asked[] = []): World {
  return {
    now: Date.now,
    random: () => 0.5,
    fetch: (input, init) => {
      const { method, url, headers } = new Request(input, init);
      const { body } = init ?? {};
      const token = headers.get('authorization');
      asked.push({ method, url, token, body: typeof body === 'string' ? body : null });
      return Promise.resolve(new Response(JSON.stringify(json), { status }));
    },
  };
}

describe('verdicts that wait for a second editor', () => {
  it('are read with who proposed them and when', async () => {
    const answer = await askProposals(worldWith(200, { proposals: [row] }), ASKING);
    expect(answer).toEqual({ kind: 'done', value: [proposal] });
  });

  it.each([
    ['another kind', { ...row, kind: 'person' }, 'proposals[0].kind'],
    ['a record with a fault', { ...row, record: { ...row.record, on: '2026-13' } }, 'record.on'],
  ])('are refused whole, with the place, over %s', async (_what, bad, field) => {
    const answer = await askProposals(worldWith(200, { proposals: [bad] }), ASKING);
    expect(answer).toMatchObject({ kind: 'later', reason: expect.stringContaining(field) });
  });

  it('are settled under the id of their record', async () => {
    const asked: Asked[] = [];
    const word = { kind: 'refuse', reason: 'not seen there' } as const;
    const answer = await settleProposal(
      worldWith(200, { id: 'verdict/1' }, asked),
      ASKING,
      proposal,
      word,
    );
    expect(answer).toEqual({ kind: 'done', value: { id: 'verdict/1' } });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: 'https://tracker.example/v1/review/proposals/kz/statusEvent/verdict%2F1/refuse',
        token: `Bearer ${ASKING.token}`,
        body: '{"reason":"not seen there"}',
      },
    ]);
  });

  it.each([
    ['by whoever proposed them', 409, 'samePerson', 'samePerson'],
    ['when somebody was first', 404, 'unknownProposal', 'conflict'],
    ['over something else', 409, 'conflict', 'conflict'],
  ])('are not settled %s', async (_what, status, error, kind) => {
    const world = worldWith(status, { error, message: 'why' });
    expect(await settleProposal(world, ASKING, proposal, { kind: 'confirm' })).toMatchObject({
      kind,
    });
  });
});

const CLIP_ID = '01920000-0000-7000-8000-000000000001';
const EVENT = proposal.record;
const ADDED = { dataset: 'kz', kind: 'statusEvent', record: EVENT, seen: ['a', 'b'] } as const;
const MERGE = { kind: 'merge', into: 'kz-p01' } as const;

describe('a request says what it asks for, where, and as whom', () => {
  it.each([
    ['the queue', askQueue, 'GET review/queue', null],
    ['verdicts that wait', askProposals, 'GET review/proposals', null],
    [
      'a decision',
      (world: World) => decideClip(world, ASKING, CLIP_ID, MERGE),
      `POST review/clips/${CLIP_ID}/merge`,
      '{"into":"kz-p01"}',
    ],
    [
      'a record, with what was in view',
      (world: World) => addRecord(world, ASKING, ADDED),
      'PUT review/kz/records/statusEvent/verdict%2F1?seen=a+b',
      JSON.stringify(EVENT),
    ],
    [
      'what became of clips',
      (world: World) => askStatuses(world, ASKING, [CLIP_ID]),
      'POST clips/status',
      `{"ids":["${CLIP_ID}"]}`,
    ],
    [
      'a clip back',
      (world: World) => deleteClip(world, ASKING, CLIP_ID),
      `DELETE clips/${CLIP_ID}`,
      null,
    ],
  ])('%s', async (_, ask, expected, body) => {
    const asked: Asked[] = [];
    await ask(worldWith(200, {}, asked), ASKING);
    const [method, path] = expected.split(' ');
    const url = `https://tracker.example/v1/${path}`;
    expect(asked).toEqual([{ method, url, token: `Bearer ${ASKING.token}`, body }]);
  });

  it('a token is asked for with nothing of the asker', async () => {
    const asked: Asked[] = [];
    await askToken(worldWith(201, {}, asked), ASKING.origin);
    const url = 'https://tracker.example/v1/tokens';
    expect(asked).toEqual([{ method: 'POST', url, token: null, body: null }]);
  });
});

describe('what the tracker answers an editor', () => {
  const asks: readonly [string, (world: World) => Promise<unknown>, object][] = [
    [
      'a decision',
      (world) => decideClip(world, ASKING, CLIP_ID, MERGE),
      { id: CLIP_ID, state: 'merged', survivorId: 'kz-p01' },
    ],
    ['a record', (world) => addRecord(world, ASKING, ADDED), { id: 'verdict/1', state: 'waiting' }],
  ];

  it.each(asks)('%s that is taken is done', async (_, ask, value) => {
    expect(await ask(worldWith(200, value))).toEqual({ kind: 'done', value });
  });

  it.each(asks)('%s after another editor is a conflict, in the tracker’s words', async (_, ask) => {
    const words = { error: 'decided', message: 'by somebody else' };
    expect(await ask(worldWith(409, words))).toEqual({
      kind: 'conflict',
      reason: 'decided: by somebody else',
    });
  });

  it.each(asks)('%s that is refused for another reason is no conflict', async (_, ask) => {
    expect(await ask(worldWith(400, {}))).toEqual({ kind: 'refused', reason: 'HTTP 400' });
    const away: World = { ...worldWith(200, {}), fetch: () => Promise.reject(new Error('away')) };
    expect(await ask(away)).toEqual({ kind: 'later', reason: 'away', askedMs: null });
  });

  it('the queue may be empty; a garbled one is asked for another time', async () => {
    expect(await askQueue(worldWith(200, { clips: [] }), ASKING)).toEqual({
      kind: 'done',
      value: [],
    });
    expect(await askQueue(worldWith(200, {}), ASKING)).toMatchObject({ kind: 'later' });
  });

  it('a second word without a network is said another time', async () => {
    const away: World = { ...worldWith(200, {}), fetch: () => Promise.reject(new Error('away')) };
    expect(await settleProposal(away, ASKING, proposal, { kind: 'confirm' })).toMatchObject({
      kind: 'later',
    });
    expect(
      await settleProposal(worldWith(400, { error: 'samePerson', message: '' }), ASKING, proposal, {
        kind: 'confirm',
      }),
    ).toMatchObject({ kind: 'refused' });
  });
});
