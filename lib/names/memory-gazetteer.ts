import type { Ledger } from '@/lib/ledger/records';
import type { Gazetteer, KeyTarget } from './gazetteer';
import { keysOfArea, keysOfPerson, keysOfPost } from './keys';

/** Records of one kind by id and by what they belong to. */
function byId<Row extends { readonly id: string }>(rows: readonly Row[]) {
  const map = new Map(rows.map((row) => [row.id, row]));
  return (ids: readonly string[]): Row[] =>
    [...new Set(ids)].map((id) => map.get(id)).filter((row) => row !== undefined);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null) {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = map.get(key);
    if (group) group.push(row);
    else map.set(key, [row]);
  }
  return (keys: readonly string[]): Row[] =>
    [...new Set(keys)].flatMap((key) => map.get(key) ?? []);
}

function keyTable(ledger: Ledger): Map<string, KeyTarget[]> {
  const table = new Map<string, KeyTarget[]>();
  const add = (keys: readonly string[], target: KeyTarget): void => {
    for (const key of keys) {
      const targets = table.get(key);
      if (targets) targets.push(target);
      else table.set(key, [target]);
    }
  };
  for (const person of ledger.persons) add(keysOfPerson(person), `person/${person.id}`);
  for (const area of ledger.areas) add(keysOfArea(area), `area/${area.id}`);
  for (const post of ledger.posts) add(keysOfPost(post), `post/${post.id}`);
  return table;
}

/** The name finder's store in memory, over a whole ledger; for Node and for tests. */
export function memoryGazetteer(ledger: Ledger): Gazetteer {
  const table = keyTable(ledger);
  const persons = byId(ledger.persons);
  const areas = byId(ledger.areas);
  const posts = byId(ledger.posts);
  const postsOfAreas = grouped(ledger.posts, (post) => post.areaId);
  const ofPersons = grouped(ledger.memberships, (membership) => membership.personId);
  const ofPosts = grouped(ledger.memberships, (membership) => membership.postId);
  const gazetteer: Gazetteer = {
    targets: async (keys) => {
      const found = new Map<string, readonly KeyTarget[]>();
      for (const key of keys) {
        const targets = table.get(key);
        if (targets) found.set(key, targets);
      }
      return found;
    },
    persons: async (ids) => persons(ids),
    areas: async (ids) => areas(ids),
    posts: async (ids) => posts(ids),
    postsOfAreas: async (areaIds) => postsOfAreas(areaIds),
    membershipsOfPersons: async (personIds) => ofPersons(personIds),
    membershipsOfPosts: async (postIds) => ofPosts(postIds),
    weakSources: async () => ledger.weakSources,
    atOnce: (read) => read(gazetteer),
  };
  return gazetteer;
}
