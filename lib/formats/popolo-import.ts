import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Ledger } from '@/lib/ledger/records';
import { asFields, asText, type Fields, objectsIn } from './json-reading';
import { type Leavings, leavings, type NotCarried } from './not-carried';
import { isFilled } from './popolo-fields';
import { membershipsIn, surroundingsOf } from './popolo-memberships';
import { personIn } from './popolo-persons';
import { areaIn, postIn } from './popolo-places';

export type PopoloImport =
  | { readonly ok: true; readonly ledger: Ledger; readonly notCarried: readonly NotCarried[] }
  | { readonly ok: false; readonly field: string; readonly expected: string };

/** Fields that a kind of Popolo record has here; any other that is filled is counted as not carried. */
const CARRIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    persons: [
      'id',
      'name',
      'lang',
      'family_name',
      'given_name',
      'patronymic_name',
      'gender',
      'other_names',
      'identifiers',
      'sources',
    ],
    areas: ['id', 'name', 'lang', 'identifier', 'classification', 'parent_id', 'other_names'],
    posts: [
      'id',
      'label',
      'lang',
      'other_label',
      'other_label_langs',
      'role',
      'area_id',
      'start_date',
      'end_date',
    ],
    memberships: [
      'id',
      'person_id',
      'post_id',
      'role',
      'area_id',
      'start_date',
      'end_date',
      'attested_on',
      'follows_id',
      'acting',
      'sources',
      'organization_id',
      'legislative_period_id',
    ],
  }),
);

/**
 * Reads a Popolo file (a parsed JSON value), our own or EveryPolitician's. What it holds beyond areas, persons,
 * posts and memberships is counted in `notCarried`.
 */
export function importPopolo(input: unknown): PopoloImport {
  const file = asFields(input);
  if (!file) return { ok: false, field: '', expected: 'a JSON object with a list of persons' };
  if (!Array.isArray(file['persons']))
    return { ok: false, field: 'persons', expected: 'a list of persons' };
  const left = leavings();
  countLeft(file, left);
  const persons = objectsIn(file['persons']).flatMap((p) => personIn(p, left));
  const areas = objectsIn(file['areas']).flatMap((a) => areaIn(a, left));
  const posts = objectsIn(file['posts']).flatMap((p) => postIn(p, left));
  const around = surroundingsOf(file, persons);
  const held = membershipsIn(objectsIn(file['memberships']), around, left);
  return {
    ok: true,
    ledger: {
      ...EMPTY_LEDGER,
      persons,
      areas,
      posts: [...posts, ...held.posts],
      memberships: held.memberships,
    },
    notCarried: left.list(),
  };
}

/** Organizations and events lend their names and dates to seats; they are counted all the same. */
const LENDING: readonly string[] = ['organizations', 'events'];

function countLeft(file: Fields, left: Leavings): void {
  for (const [kind, value] of Object.entries(file)) {
    const carried = CARRIED.get(kind);
    if (carried) countFields(kind, value, carried, left);
    else if (LENDING.includes(kind))
      for (const record of objectsIn(value))
        left.record(kind, asText(record['id']) ?? '', 'only its name or dates are used, for seats');
    else if (isFilled(value)) left.field(kind, 'no such record in a ledger');
  }
}

function countFields(
  kind: string,
  value: unknown,
  carried: readonly string[],
  left: Leavings,
): void {
  for (const record of objectsIn(value))
    for (const [field, inner] of Object.entries(record))
      if (!carried.includes(field) && isFilled(inner))
        left.field(`${kind}[].${field}`, 'no such field in a ledger');
}
