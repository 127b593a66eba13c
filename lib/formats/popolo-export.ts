import type {
  Area,
  Lang,
  Ledger,
  Membership,
  Person,
  Post,
  Source,
  Text,
} from '@/lib/ledger/records';
import { atOnce, each, type Steps } from '@/lib/ledger/steps';
import { leavings, type NotCarried } from './not-carried';
import {
  MULTILINGUAL,
  type PopoloArea,
  type PopoloFile,
  type PopoloLink,
  type PopoloMembership,
  type PopoloName,
  type PopoloPerson,
  type PopoloPost,
} from './popolo-file';
import { fullName, langOf, textIn } from './texts';

export interface PopoloExport {
  readonly file: PopoloFile;
  readonly notCarried: readonly NotCarried[];
}

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** A ledger's areas, persons, posts and memberships as Popolo, main names in `lang`. */
export function* popoloSteps(ledger: Ledger, lang: Lang): Steps<PopoloFile> {
  const posts = new Map<string, Post>();
  yield* each(ledger.posts, (post) => posts.set(post.id, post));
  return {
    persons: yield* mapped(ledger.persons, (p) => personOut(p, lang)),
    organizations: [],
    areas: yield* mapped(ledger.areas, (a) => areaOut(a, lang)),
    posts: yield* mapped(ledger.posts, (p) => postOut(p, lang)),
    memberships: yield* mapped(ledger.memberships, (m) => membershipOut(m, posts.get(m.postId))),
  };
}

function* mapped<T, U>(records: readonly T[], out: (record: T) => U): Steps<readonly U[]> {
  const list: U[] = [];
  yield* each(records, (record) => list.push(out(record)));
  return list;
}

/** The same at once; the rest is named. */
export function exportPopolo(ledger: Ledger, lang: Lang): PopoloExport {
  const left = leavings();
  const file = atOnce(popoloSteps(ledger, lang));
  for (const { sources } of ledger.memberships)
    for (const source of sources)
      if (source.selectors)
        left.field('memberships[].sources[].selectors', 'Popolo has links without selectors');
  const why = 'Popolo has no such record';
  for (const kind of [
    'lineages',
    'promises',
    'statusEvents',
    'replies',
    'sourceChecks',
    'stances',
  ] as const)
    for (const { id } of ledger[kind]) left.record(kind, id, why);
  for (const { host } of ledger.weakSources) left.record('weakSources', host, why);
  return { file, notCarried: left.list() };
}

function personOut(person: Person, wanted: Lang): PopoloPerson {
  const lang = langOf(person.name, wanted) ?? wanted;
  const name = person.name[lang] ?? { family: '', given: '' };
  const others = LANGS.flatMap((other): readonly PopoloName[] => {
    const otherName = person.name[other];
    if (other === lang || !otherName) return [];
    return [
      {
        lang: other,
        name: fullName(otherName),
        note: MULTILINGUAL,
        ...partsOut(otherName),
      },
    ];
  });
  return {
    id: person.id,
    name: fullName(name),
    lang,
    ...partsOut(name),
    gender: person.gender,
    other_names: [...others, ...person.otherNames],
    identifiers: person.identifiers,
  };
}

function partsOut(name: {
  readonly family: string;
  readonly given: string;
  readonly patronymic?: string;
}) {
  const { family, given, patronymic } = name;
  const parts = { family_name: family, given_name: given };
  return patronymic === undefined ? parts : { ...parts, patronymic_name: patronymic };
}

function areaOut(area: Area, wanted: Lang): PopoloArea {
  const { lang, value, others } = textOut(area.name, wanted);
  const same = others.map((o) => ({ lang: o.lang, name: o.value, note: MULTILINGUAL }));
  return {
    id: area.id,
    name: value,
    lang,
    identifier: area.identifier,
    classification: area.classification,
    parent_id: area.parentId,
    other_names: [...same, ...area.otherNames],
  };
}

function postOut(post: Post, wanted: Lang): PopoloPost {
  const { lang, value, others } = textOut(post.label, wanted);
  return {
    id: post.id,
    label: value,
    lang,
    other_label: others.map((o) => o.value),
    other_label_langs: others.map((o) => o.lang),
    role: post.role,
    area_id: post.areaId,
    start_date: post.startDate,
    end_date: post.endDate,
  };
}

interface TextOut {
  readonly lang: Lang;
  readonly value: string;
  readonly others: readonly { readonly lang: Lang; readonly value: string }[];
}

function textOut(text: Text, wanted: Lang): TextOut {
  const lang = langOf(text, wanted) ?? wanted;
  const others = LANGS.flatMap((other) => {
    const value = text[other];
    return other === lang || value === undefined ? [] : [{ lang: other, value }];
  });
  return { lang, value: textIn(text, lang), others };
}

function membershipOut(m: Membership, post: Post | undefined): PopoloMembership {
  return {
    id: m.id,
    person_id: m.personId,
    post_id: m.postId,
    role: post?.role ?? null,
    area_id: post?.areaId ?? null,
    start_date: m.startDate,
    end_date: m.endDate,
    attested_on: m.attestedOn,
    follows_id: m.followsId,
    acting: m.acting,
    sources: m.sources.map(linkOut),
  };
}

function linkOut(source: Source): PopoloLink {
  const { url, note, title, publisher, publishedOn, archivedUrl } = source;
  return {
    url,
    ...(note === undefined ? {} : { note }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedOn === undefined ? {} : { published_on: publishedOn }),
    ...(archivedUrl === undefined ? {} : { archived_url: archivedUrl }),
  };
}
