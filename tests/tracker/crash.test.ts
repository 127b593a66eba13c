import { describe, expect, it } from 'vitest';
import { lostInCrashes, lostWithoutFlush, lostWithPglite } from './crashes';
import { proveFailover } from './failover';
import { brokenPublishing } from './publisher-kills';
import { newDatabase } from './stores';
import { proveTwo } from './two-trackers';

describe('a hard end', () => {
  it('of PostgreSQL loses no acknowledged clip; with asynchronous commits it does', async () => {
    const kept = await lostInCrashes(2, []);
    expect(kept.acknowledged).toBeGreaterThanOrEqual(30);
    expect(kept.lost).toBe(0);
    // The control: were it to lose nothing, the crash would not have been one.
    expect(await lostWithoutFlush()).toBeGreaterThan(0);
  }, 300_000);

  it('of the primary loses no acknowledged clip with a quorum, and readers notice', async () => {
    expect(await proveFailover('quorum', 0)).toMatchObject({ lost: 0, noticed: true });
    // The control: standbys, but nobody waits for them.
    expect((await proveFailover('asynchronous', 0)).lost).toBeGreaterThan(0);
  }, 300_000);

  it('of the PGlite tracker loses no acknowledged clip, and its lock is taken over', async () => {
    const { acknowledged, lost } = await lostWithPglite(1);
    expect(acknowledged).toBeGreaterThanOrEqual(30);
    expect(lost).toBe(0);
    // The control: acknowledged before it is written.
    expect((await lostWithPglite(2, 'loose')).lost).toBeGreaterThan(0);
  }, 300_000);

  it('of one of two trackers loses and doubles nothing, and those who try again meet no error', async () => {
    const size = { writers: 40, clipsEach: 2 };
    const proof = await proveTwo(await newDatabase(), size, 'retry');
    expect(proof).toMatchObject({ sent: 80, lost: 0, doubled: 0, errors: [] });
    expect(proof.retries).toBeGreaterThan(0);
    // The control: whoever tries once has lost what was on its way.
    expect((await proveTwo(await newDatabase(), size, 'oneTry')).lost).toBeGreaterThan(0);
  }, 300_000);

  it('of the publisher, before each of its statements, leaves files without a fault', async () => {
    expect(await brokenPublishing(14, 'transaction')).toMatchObject({ kills: 14, wrong: 0 });
    // The control: the same statements outside a transaction.
    expect((await brokenPublishing(14, 'statements')).wrong).toBeGreaterThan(0);
  }, 300_000);
});
