import { useEffect, useState } from 'react';
import type { Choice, SpeakerChoice } from '@/components/clip/clip-fields';
import { nameIn, textIn } from '@/components/text';
import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Membership } from '@/lib/ledger/records';
import type { CacheReader } from '@/lib/storage/cache';
import { lookUpRows } from '../own-page/look-up-rows';
import { todayOf } from '../own-page/today';
import { NOBODY_ON_PAGE } from '../own-page/use-look-up';

/** Names behind a draft's ids, and what may be chosen with them. */
export interface SpeakerNames {
  readonly name: string | null;
  readonly offices: readonly Choice[];
  readonly areas: readonly Choice[];
  /** The area of each office that may be chosen. */
  readonly areaOf: ReadonlyMap<string, string | null>;
}

const NOBODY: SpeakerNames = { name: null, offices: [], areas: [], areaOf: new Map() };

async function areaChoices(
  areaId: string | null | undefined,
  cache: CacheReader,
  lang: Lang,
): Promise<readonly Choice[]> {
  if (areaId == null) return [];
  const gazetteer = cache.gazetteer();
  const [area] = await gazetteer.areas([areaId]);
  if (area === undefined) return [];
  const parents = area.parentId === null ? [] : await gazetteer.areas([area.parentId]);
  return [area, ...parents].map((one) => ({ id: one.id, label: textIn(one.name, lang).text }));
}

async function namesOf(
  personId: string | null,
  postId: string | null,
  cache: CacheReader,
  lang: Lang,
): Promise<SpeakerNames> {
  const gazetteer = cache.gazetteer();
  const personIds = personId === null ? [] : [personId];
  const [persons, memberships] = await Promise.all([
    gazetteer.persons(personIds),
    gazetteer.membershipsOfPersons(personIds),
  ]);
  const held = memberships.map((membership) => membership.postId);
  const posts = await gazetteer.posts([
    ...new Set([...(postId === null ? [] : [postId]), ...held]),
  ]);
  const [person] = persons;
  const chosen = posts.find((post) => post.id === postId);
  return {
    name: person === undefined ? null : nameIn(person, lang),
    offices: posts.map((post) => ({ id: post.id, label: textIn(post.label, lang).text })),
    areaOf: new Map(posts.map((post) => [post.id, post.areaId])),
    areas: await areaChoices(chosen?.areaId, cache, lang),
  };
}

function covers({ startDate, endDate }: Membership, day: Day): boolean {
  const hasBegun = startDate === null || firstDay(startDate) <= day;
  return hasBegun && (endDate === null || day <= lastDay(endDate));
}

/**
 * The office that a chosen person most likely spoke in: the only one he is known to have held, or the only one on the
 * day. Null when that leaves a choice: it is the clipper's.
 */
export async function officeOf(
  personId: string,
  day: Day | null,
  cache: CacheReader,
): Promise<{ readonly postId: string; readonly areaId: string | null } | null> {
  const gazetteer = cache.gazetteer();
  const held = await gazetteer.membershipsOfPersons([personId]);
  const then = day === null ? [] : held.filter((membership) => covers(membership, day));
  const only = [held, then]
    .map((memberships) => [...new Set(memberships.map(({ postId }) => postId))])
    .find((posts) => posts.length === 1);
  const [post] = only === undefined ? [] : await gazetteer.posts(only);
  return post === undefined ? null : { postId: post.id, areaId: post.areaId };
}

/** Names for the chosen speaker and office, read from the cached ledger. */
export function useSpeakerNames(
  personId: string | null,
  postId: string | null,
  cache: CacheReader,
  lang: Lang,
): SpeakerNames {
  const [names, setNames] = useState<SpeakerNames>(NOBODY);
  useEffect(() => {
    let isCurrent = true;
    namesOf(personId, postId, cache, lang).then(
      (found) => {
        if (isCurrent) setNames(found);
      },
      (error: unknown) => console.error('[uade] speaker', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [personId, postId, cache, lang]);
  return names;
}

/** Speakers and offices for what is typed. */
export function useSpeakerChoices(
  query: string,
  cache: CacheReader,
  lang: Lang,
): readonly SpeakerChoice[] {
  const [found, setFound] = useState<readonly SpeakerChoice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const today = await todayOf(cache);
      return await lookUpRows(query, { cache, lang, onPage: NOBODY_ON_PAGE, today });
    };
    look().then(
      (rows) => {
        if (!isCurrent) return;
        setFound(
          rows.flatMap(({ target, name, detail }) => {
            const [kind, id = ''] = target.split('/');
            // A place promises nothing.
            if (kind === 'area') return [];
            const isPerson = kind === 'person';
            return {
              id: target,
              label: name,
              detail,
              personId: isPerson ? id : null,
              postId: isPerson ? null : id,
            };
          }),
        );
      },
      (error: unknown) => console.error('[uade] look-up', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [query, cache, lang]);
  return found;
}
