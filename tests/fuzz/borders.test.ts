import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importPopolo } from '@/lib/formats/popolo-import';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import type { Lang } from '@/lib/ledger/records';
import { readDeadline } from '@/lib/pledges/deadline';
import { parseClipFile } from '@/lib/wire/clip-file';
import { parseClipBody } from '@/lib/wire/clips';
import { parseChange, parseHead, parseHeadBody, parseManifest } from '@/lib/wire/head';
import { anyText, damaged, survives } from './run';

/** The beginning of a file of the repository: whole ones would only make each input slower. */
const begin = (path: string, length = 3_000): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').slice(0, length);

const [firstPromise = ''] = begin('tracker/ledger/kz/promises.json')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => line.replace(/,$/u, ''));
const CHANGE = `{"t":"promise","id":"x","r":7,"d":${firstPromise}}`;

/** Any JSON value, or any text. */
const anyInput = fc.oneof(fc.jsonValue(), anyText);

const isParsedOrRefused = (read: { readonly ok: boolean; readonly expected?: string }) =>
  read.ok || (read.expected ?? '') !== '';

describe('what comes over the border is parsed or refused in words, never thrown over', () => {
  test(
    'lines of changes',
    survives(fc.oneof(anyText, damaged(CHANGE)), (line) => {
      expect(parseChange(line)).toSatisfy(isParsedOrRefused);
    }),
  );

  test(
    'heads, manifests and clips of any shape',
    survives(anyInput, (input) => {
      expect(parseHead(input)).toSatisfy(isParsedOrRefused);
      expect(parseManifest(input)).toSatisfy(isParsedOrRefused);
      expect(parseClipBody(input)).toSatisfy(isParsedOrRefused);
      const text = typeof input === 'string' ? input : JSON.stringify(input);
      expect(parseHeadBody(text)).toSatisfy(isParsedOrRefused);
      expect(parseClipFile(text)).toSatisfy(isParsedOrRefused);
    }),
  );

  test(
    'Popolo files',
    survives(anyInput, (input) => {
      expect(importPopolo(input)).toSatisfy(isParsedOrRefused);
    }),
  );

  test(
    'tables of promises',
    survives(
      fc.oneof(
        anyText,
        damaged('id,postId,text_ru,saidOn,dueOn\np1,post,"вода, дороги",2024,2025\n'),
      ),
      (csv) => {
        const { promises, faults } = promisesFromTable(csv);
        expect(faults.filter(({ expected }) => expected === '')).toEqual([]);
        expect(promises.filter(({ id, postId }) => id === '' || postId === '')).toEqual([]);
      },
    ),
  );
});

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];
const SENTENCES = [
  'Дорогу в селе отремонтируют до конца 2025 года, а к 1 сентября сдадут школу.',
  'Ауылдағы жол 2025 жылдың соңына дейін жөнделеді, 1 қыркүйекке дейін мектеп салынады.',
  'The road will be repaired by the end of 2025 and the school opened by 1 September.',
];

test(
  'the reader of deadlines answers with a date of a calendar or with nothing',
  survives(
    fc.tuple(
      fc.oneof(anyText, fc.constantFrom(...SENTENCES).chain(damaged)),
      fc.constantFrom(...LANGS),
    ),
    ([text, lang]) => {
      const deadline = readDeadline(text, { saidOn: '2024-05-01', lang });
      expect(deadline?.dueOn ?? '2024').toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u);
    },
  ),
);
