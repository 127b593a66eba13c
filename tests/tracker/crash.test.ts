import { describe, expect, it } from 'vitest';
import { lostInCrashes, lostWithPglite } from './crashes';
import { brokenPublishing } from './publisher-kills';

describe('a hard end', () => {
  it('of PostgreSQL loses no acknowledged clip; with asynchronous commits it does', async () => {
    const kept = await lostInCrashes(2, []);
    expect(kept.acknowledged).toBeGreaterThanOrEqual(30);
    expect(kept.lost).toBe(0);
    // The control: were it to lose nothing, the crash would not have been one.
    const settings = ['synchronous_commit=off', 'wal_writer_delay=10s'];
    const control = await lostInCrashes(1, settings);
    expect(control.lost).toBeGreaterThan(0);
  }, 300_000);

  it('of the PGlite tracker loses no acknowledged clip, and its lock is taken over', async () => {
    const { acknowledged, lost } = await lostWithPglite(1);
    expect(acknowledged).toBeGreaterThanOrEqual(30);
    expect(lost).toBe(0);
  }, 300_000);

  it('of the publisher, before each of its statements, leaves files without a fault', async () => {
    expect(await brokenPublishing(14, 'transaction')).toMatchObject({ kills: 14, wrong: 0 });
    // The control: the same statements outside a transaction.
    expect((await brokenPublishing(14, 'statements')).wrong).toBeGreaterThan(0);
  }, 300_000);
});
