import { isPartialDate } from '@/lib/ledger/partial-date';
import type { Membership, Person, Post, Source } from '@/lib/ledger/records';
import { asText, type Fields, objectsIn, textsIn } from './json-reading';
import type { Leavings } from './not-carried';
import { langOfName } from './person-names';
import { dateIn, sourceIn } from './popolo-fields';

/** What memberships refer to in a Popolo file. */
export interface Surroundings {
  readonly persons: ReadonlyMap<string, Person>;
  /** Sources of a person's record: they stand in for those that a membership lacks. */
  readonly sources: ReadonlyMap<string, readonly Source[]>;
  readonly organizations: ReadonlyMap<string, Fields>;
  /** Legislative periods. */
  readonly periods: ReadonlyMap<string, Fields>;
}

/** The surroundings of the memberships of a Popolo file. */
export function surroundingsOf(file: Fields, persons: readonly Person[]): Surroundings {
  return {
    persons: new Map(persons.map((p) => [p.id, p])),
    sources: new Map(
      objectsIn(file['persons']).map((p) => [
        asText(p['id']) ?? '',
        objectsIn(p['sources']).flatMap(sourceIn),
      ]),
    ),
    organizations: byId(file['organizations']),
    periods: byId(file['events']),
  };
}

function byId(value: unknown): ReadonlyMap<string, Fields> {
  return new Map(objectsIn(value).map((fields) => [asText(fields['id']) ?? '', fields]));
}

export interface Held {
  readonly posts: readonly Post[];
  readonly memberships: readonly Membership[];
}

/**
 * The memberships of a Popolo file. One that names no post gets a seat of its person's own in the
 * organization, since a post has one holder at a time; a seat's missing dates are those of the legislative
 * period, as EveryPolitician means them.
 */
export function membershipsIn(
  records: readonly Fields[],
  around: Surroundings,
  left: Leavings,
): Held {
  const seats = new Map<string, Post>();
  const memberships = new Map<string, Membership>();
  for (const fields of records) {
    const personId = personOf(fields, around, left);
    const post = personId === null ? null : postOf(fields, personId, around, left);
    if (personId === null || post === null) continue;
    if (post.seat && !seats.has(post.id)) seats.set(post.id, post.seat);
    const id = unusedId(asText(fields['id']) ?? `${personId}:${post.id}`, memberships);
    memberships.set(id, membershipOf(fields, { id, personId, postId: post.id }, around, left));
  }
  return { posts: [...seats.values()], memberships: [...memberships.values()] };
}

function personOf(fields: Fields, around: Surroundings, left: Leavings): string | null {
  const personId = asText(fields['person_id']);
  if (personId !== null && around.persons.has(personId)) return personId;
  const why = 'its person is not in the file, or was left out';
  left.record('memberships', asText(fields['id']) ?? personId ?? '', why);
  return null;
}

interface PostOrSeat {
  readonly id: string;
  readonly seat: Post | null;
}

function postOf(
  fields: Fields,
  personId: string,
  around: Surroundings,
  left: Leavings,
): PostOrSeat | null {
  const id = asText(fields['post_id']);
  if (id !== null) return { id, seat: null };
  const seat = seatOf(fields, personId, around);
  if (seat) return { id: seat.id, seat };
  const why = 'names neither a post nor an organization';
  left.record('memberships', asText(fields['id']) ?? personId, why);
  return null;
}

function unusedId(wanted: string, used: ReadonlyMap<string, unknown>): string {
  let id = wanted;
  for (let n = 2; used.has(id); n += 1) id = `${wanted}:${n}`;
  return id;
}

function seatOf(fields: Fields, personId: string, around: Surroundings): Post | null {
  const organizationId = asText(fields['organization_id']);
  if (organizationId === null) return null;
  const role = asText(fields['role']) ?? 'member';
  const organization = around.organizations.get(organizationId);
  const name = asText(organization?.['name']) ?? organizationId;
  const label = `${role}, ${name}`;
  return {
    id: `${organizationId}:${personId}`,
    role: role.replace(/\s+/gu, '-'),
    areaId: asText(fields['area_id']),
    label: { [langOfName(name)]: label },
    startDate: null,
    endDate: null,
  };
}

function membershipOf(
  fields: Fields,
  ids: Pick<Membership, 'id' | 'personId' | 'postId'>,
  around: Surroundings,
  left: Leavings,
): Membership {
  const period = around.periods.get(asText(fields['legislative_period_id']) ?? '') ?? {};
  const date = (field: string) =>
    dateIn(fields, field, 'memberships', left) ?? dateIn(period, field, 'events', left);
  const attested = textsIn(fields['attested_on']);
  for (const day of attested)
    if (!isPartialDate(day)) left.field('memberships[].attested_on', 'no date of the calendar');
  const own = objectsIn(fields['sources']).flatMap(sourceIn);
  return {
    ...ids,
    startDate: date('start_date'),
    endDate: date('end_date'),
    attestedOn: attested.filter(isPartialDate),
    followsId: asText(fields['follows_id']),
    acting: fields['acting'] === true,
    sources: own.length > 0 ? own : (around.sources.get(ids.personId) ?? []),
  };
}
