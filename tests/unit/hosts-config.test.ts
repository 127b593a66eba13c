import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCAL_HOSTS, NEWS_HOSTS } from '@/hosts.config';
import type { Membership, Pledge, WeakSource } from '@/lib/ledger/records';

function readLedger<T>(kind: string): T[] {
  const file = new URL(`../../tracker/ledger/kz/${kind}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const hostOf = (url: string) => new URL(url).hostname.replace(/\.$/, '');
const cited = [
  ...readLedger<Pledge>('promises').map((promise) => promise.source.url),
  ...readLedger<Membership>('memberships').flatMap((m) => m.sources.map((s) => s.url)),
].map(hostOf);
const weak = new Set(readLedger<WeakSource>('weakSources').map((source) => source.host));
const listed = NEWS_HOSTS.map((pattern) => pattern.replace('https://*.', '').replace('/*', ''));
const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

describe('the listed news hosts', () => {
  it('are at least 25 domains, each once', () => {
    expect(new Set(listed).size).toBeGreaterThanOrEqual(25);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it.each(listed)('%s is cited by the starter ledger', (domain) => {
    expect(cited.some((host) => isUnder(host, domain))).toBe(true);
  });

  it.each(listed)('%s is no weak source', (domain) => {
    expect([...weak].filter((host) => host === domain)).toEqual([]);
  });

  it('hold pages of akimats', () => {
    expect(listed).toContain('gov.kz');
  });

  it('never hold a test host', () => {
    expect(NEWS_HOSTS.filter((pattern) => LOCAL_HOSTS.includes(pattern))).toEqual([]);
  });
});
