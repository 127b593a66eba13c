import { describe, expect, it } from 'vitest';
import { askProposals, settleProposal } from '@/lib/sync/review-requests';
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
  readonly url: string;
  readonly body: string | null;
}

function worldWith(status: number, json: unknown, asked: Asked[] = []): World {
  return {
    now: Date.now,
    random: () => 0.5,
    fetch: (input, init) => {
      const { body } = init ?? {};
      const url = input instanceof Request ? input.url : `${input}`;
      asked.push({ url, body: typeof body === 'string' ? body : null });
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
        url: 'https://tracker.example/v1/review/proposals/kz/statusEvent/verdict%2F1/refuse',
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
