import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClipBody, parseClipId, parseStatusRequest } from '@/lib/wire/clips';
import { addHash, dropHash, rowHash, sumHex } from '@/lib/wire/digest';
import { parseChange, parseHead, parseHeadBody, parseManifest } from '@/lib/wire/head';
import { cleanText, isLinkable, shownAddress } from '@/lib/wire/text';

const file = { path: 'm/4.0123456789abcdef.json', sha256: 'a'.repeat(64), bytes: 10 };
const body = {
  v: 1,
  dataset: 'kz',
  epoch: 'e1',
  rev: 4,
  manifest: file,
  issued: '2026-11-25T02:00:00Z',
  poll_s: 3600,
  schema: [1, 0],
  min_client: '0.1.0',
};
const clip = {
  v: 1,
  text: { ru: 'Отремонтировать дороги' },
  quote: 'дороги отремонтируем',
  lang: 'ru',
  topic: 'roads',
  areaId: null,
  personId: null,
  postId: 'akim-1',
  boundTo: 'post',
  saidOn: null,
  dueOn: '2021',
  occasion: null,
  speech: 'direct',
  repeatsId: null,
  source: { url: 'http://news.test/a', title: 'Заголовок', publisher: 'news.test' },
  textDigest: 'b'.repeat(64),
  retrievedAt: '2026-11-25T02:00:00.000Z',
};

describe('head', () => {
  it('keeps the signed text as it is and parses it apart', () => {
    const text = JSON.stringify(body);
    expect(parseHead({ body: text, sigs: [{ kid: 'k', sig: 'AA==' }] })).toMatchObject({
      ok: true,
      value: { body: text },
    });
    expect(parseHeadBody(text)).toEqual({ ok: true, value: body });
  });

  it.each([
    ['not json', '', 'JSON'],
    [JSON.stringify({ ...body, rev: -1 }), 'rev', 'a whole number from 0'],
    [JSON.stringify({ ...body, rev: 1.5 }), 'rev', 'a whole number'],
    [JSON.stringify({ ...body, dataset: '../etc' }), 'dataset', 'a data set name'],
    [
      JSON.stringify({ ...body, manifest: { ...file, path: 'm/../../x' } }),
      'manifest.path',
      'a plain relative path',
    ],
    [
      JSON.stringify({ ...body, manifest: { ...file, path: '//evil.kz/x' } }),
      'manifest.path',
      'path',
    ],
    [
      JSON.stringify({ ...body, manifest: { ...file, path: 'https://evil.kz' } }),
      'manifest.path',
      'path',
    ],
    [JSON.stringify({ ...body, issued: '2026-02-30T00:00:00Z' }), 'issued', 'a UTC time stamp'],
  ])('refuses %s', (text, field, expected) => {
    const result = parseHeadBody(text);
    if (result.ok) throw new Error('accepted');
    expect(result.field).toBe(field);
    expect(result.expected).toContain(expected);
  });

  it('tolerates a field that a newer tracker added', () => {
    expect(parseHeadBody(JSON.stringify({ ...body, mirrors: [] }))).toEqual({
      ok: true,
      value: body,
    });
  });
});

describe('manifest', () => {
  const manifest = {
    v: 1,
    dataset: 'kz',
    epoch: 'e1',
    rev: 4,
    floor: 0,
    snapshot: null,
    segments: [{ ...file, path: 's/1-4.0123456789abcdef.ndjson', from: 1, to: 4, rows: 4 }],
    digest: { n: 4, sum64: '0123456789abcdef' },
  };
  it('parses', () => expect(parseManifest(manifest)).toEqual({ ok: true, value: manifest }));
  it('refuses a digest of another length', () => {
    expect(parseManifest({ ...manifest, digest: { n: 4, sum64: '12' } })).toMatchObject({
      ok: false,
      field: 'digest.sum64',
    });
  });
});

describe('change lines', () => {
  const weak = { host: 'a.kz', why: 'a mirror' };
  it('parses a change and a tombstone from text', () => {
    const line = JSON.stringify({ t: 'weakSource', id: 'a.kz', r: 3, d: weak });
    expect(parseChange(line)).toEqual({
      ok: true,
      value: { t: 'weakSource', id: 'a.kz', r: 3, d: weak },
    });
    const gone = { t: 'promise', id: 'p', r: 4, x: 1 };
    expect(parseChange(JSON.stringify(gone))).toEqual({ ok: true, value: gone });
  });
  it.each([
    ['{', ''],
    [JSON.stringify({ t: 'moon', id: 'a', r: 1, d: {} }), 't'],
    [JSON.stringify({ t: '__proto__', id: 'a', r: 1, d: {} }), 't'],
    [JSON.stringify({ t: 'weakSource', id: 'a', r: 1 }), 'd'],
    [JSON.stringify({ t: 'weakSource', id: 'a', r: 1, d: { host: 'a.kz' } }), 'd.why'],
    [JSON.stringify({ t: 'promise', id: 'a', r: 1, x: 2 }), 'x'],
  ])('refuses %s', (line, field) => {
    expect(parseChange(line)).toMatchObject({ ok: false, field });
  });
});

describe('clip', () => {
  it('parses, with an http page and without a source (a witness)', () => {
    expect(parseClipBody(clip)).toEqual({ ok: true, value: clip });
    expect(parseClipBody({ ...clip, source: null, textDigest: null }).ok).toBe(true);
  });
  it.each([
    [{ ...clip, status: 'kept' }, 'status'],
    [{ ...clip, source: { ...clip.source, url: 'javascript:alert(1)' } }, 'source.url'],
    [{ ...clip, source: { ...clip.source, url: 'file:///etc/passwd' } }, 'source.url'],
    [{ ...clip, textDigest: 'b' }, 'textDigest'],
    [{ ...clip, v: 2 }, 'v'],
    [{ ...clip, text: { de: 'x' } }, 'text.de'],
    [{ ...clip, text: { ru: 'ы'.repeat(1_000_000) } }, 'text.ru'],
  ])('refuses %#', (input, field) => {
    expect(parseClipBody(input)).toMatchObject({ ok: false, field });
  });
  it('wants a UUID of version 7 in lower case', () => {
    expect(parseClipId('01936b1e-7c00-7abc-8def-0123456789ab').ok).toBe(true);
    expect(parseClipId('01936B1E-7c00-7abc-8def-0123456789ab').ok).toBe(false);
    expect(parseClipId('01936b1e-7c00-4abc-8def-0123456789ab').ok).toBe(false);
    expect(
      parseStatusRequest({
        ids: Array.from({ length: 101 }, () => '01936b1e-7c00-7abc-8def-0123456789ab'),
      }),
    ).toMatchObject({ ok: false, field: 'ids' });
  });
});

describe('text', () => {
  it('cleaning is idempotent and leaves no invisible character, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = cleanText(raw);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }),
    );
  });
  it('only https becomes a link', () => {
    expect(isLinkable('https://a.kz/x')).toBe(true);
    for (const bad of ['http://a.kz', 'javascript:1', 'https://u@a.kz', 'ftp://a.kz', 'nonsense']) {
      expect(isLinkable(bad)).toBe(false);
    }
    expect(shownAddress('http://old.kz/a')).toEqual({ href: null, host: 'old.kz' });
    expect(shownAddress('https://informburo.kz./a')).toMatchObject({ host: 'informburo.kz' });
  });
});

describe('digest', () => {
  it('does not depend on order, and a dropped row gives the sum of the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
        const sum = (rows: string[]) =>
          rows.reduce((total, row) => addHash(total, rowHash(row)), 0n);
        expect(sum(lines.toReversed())).toBe(sum(lines));
        expect(dropHash(sum(lines), rowHash(lines[0] ?? ''))).toBe(sum(lines.slice(1)));
        expect(sumHex(sum(lines))).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
  it('differs for texts that differ in one letter', () => {
    const hashes = new Set(Array.from({ length: 10_000 }, (_, index) => rowHash(`row ${index}`)));
    expect(hashes.size).toBe(10_000);
  });
});
