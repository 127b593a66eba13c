import { describe, expect, test } from 'vitest';
import { checkLedger, type Fault } from '@/lib/ledger/faults';
import type { Ledger, Reply, SourceCheck, Stance } from '@/lib/ledger/records';
import { area, event, held, ledgerOf, person, post, said, step } from './build';

const SOURCES = [{ url: 'https://news.example/1' }];

const reply = (rest: Partial<Reply> = {}): Reply => ({
  id: 'r',
  promiseId: 'x',
  postId: 'p',
  on: '2021',
  text: { ru: 'Ответ' },
  sources: SOURCES,
  ...rest,
});
const stance = (rest: Partial<Stance> = {}): Stance => ({
  id: 's',
  promiseId: 'x',
  membershipId: 'm-a',
  stance: 'renewed',
  on: '2021',
  sources: SOURCES,
  ...rest,
});
const looked: SourceCheck = {
  id: 'c',
  promiseId: 'gone',
  checkedOn: '2026-01-01T00:00:00Z',
  state: 'gone',
  textDigest: 'a'.repeat(64),
};

/** Faults of one code in a ledger that has the holder `a` of the post `p` and his promise `x`. */
function told(code: Fault['code'], parts: Partial<Ledger>): readonly Fault[] {
  const sound = ledgerOf({
    areas: [area('d'), ...(parts.areas ?? [])],
    persons: parts.persons ?? [],
    posts: [post('p'), post('q'), ...(parts.posts ?? [])],
    memberships: [held('a', { startDate: '2018', endDate: '2024' }), ...(parts.memberships ?? [])],
    promises: [said('x', 'a'), ...(parts.promises ?? [])],
  });
  const { areas, persons, posts, memberships, promises } = sound;
  return checkLedger({ ...sound, ...parts, areas, persons, posts, memberships, promises }).filter(
    (fault) => fault.code === code,
  );
}

describe('an id that no record has is told with the kinds of both', () => {
  test.each<[string, Partial<Ledger>]>([
    [
      'area z: parentId names gone, and there is no such area.',
      { areas: [area('z', { parentId: 'gone' })] },
    ],
    [
      'post z: areaId names gone, and there is no such area.',
      { posts: [post('z', { areaId: 'gone' })] },
    ],
    [
      'membership m: followsId names gone, and there is no such membership.',
      { memberships: [held('a', { id: 'm', followsId: 'gone' })] },
    ],
    [
      'lineage l: areaIds[0] names gone, and there is no such area.',
      { lineages: [step('p', 'q', '2022', { id: 'l', areaIds: ['gone'] })] },
    ],
    [
      'promise y: areaId names gone, and there is no such area.',
      { promises: [said('y', 'a', { areaId: 'gone' })] },
    ],
    [
      'promise y: repeatsId names gone, and there is no such promise.',
      { promises: [said('y', 'a', { repeatsId: 'gone' })] },
    ],
    [
      'statusEvent e: promiseId names gone, and there is no such promise.',
      { statusEvents: [event('gone', 'kept', '2021', { id: 'e' })] },
    ],
    [
      'statusEvent e: correctsId names gone, and there is no such statusEvent.',
      { statusEvents: [event('x', 'kept', '2021', { id: 'e', correctsId: 'gone' })] },
    ],
    [
      'reply r: promiseId names gone, and there is no such promise.',
      { replies: [reply({ promiseId: 'gone' })] },
    ],
    [
      'reply r: postId names gone, and there is no such post.',
      { replies: [reply({ postId: 'gone' })] },
    ],
    [
      'stance s: promiseId names gone, and there is no such promise.',
      { stances: [stance({ promiseId: 'gone' })] },
    ],
    [
      'stance s: membershipId names gone, and there is no such membership.',
      { stances: [stance({ membershipId: 'gone' })] },
    ],
    [
      'sourceCheck c: promiseId names gone, and there is no such promise.',
      { sourceChecks: [looked] },
    ],
  ])('%s', (message, parts) => {
    const [id, field] = /\S+ (\S+): (\S+)/.exec(message)?.slice(1) ?? [];
    const kind = message.split(' ')[0];
    expect(told('unknownId', parts)).toEqual([
      { code: 'unknownId', severity: 'error', kind, id, field, otherId: 'gone', message },
    ]);
  });

  test('of persons and posts too', () => {
    const empty = ledgerOf({});
    const faults = checkLedger({
      ...empty,
      memberships: [held('nobody')],
      promises: [said('y', 'nobody', { postId: 'gone' })],
      lineages: [step('from', 'to', '2022', { id: 'l' })],
    });
    expect(faults.filter(({ code }) => code === 'unknownId').map(({ message }) => message)).toEqual(
      [
        'membership m-nobody: personId names nobody, and there is no such person.',
        'membership m-nobody: postId names p, and there is no such post.',
        'lineage l: fromPostId names from, and there is no such post.',
        'lineage l: toPostId names to, and there is no such post.',
        'promise y: personId names nobody, and there is no such person.',
        'promise y: postId names gone, and there is no such post.',
      ],
    );
  });
});

describe('a date that no calendar has is told with its field', () => {
  test.each<[kind: string, id: string, field: string, parts: Partial<Ledger>]>([
    ['post', 'z', 'startDate', { posts: [post('z', { startDate: '2020-13' })] }],
    ['post', 'z', 'endDate', { posts: [post('z', { endDate: '2020-13' })] }],
    [
      'membership',
      'm',
      'startDate',
      { memberships: [held('a', { id: 'm', startDate: '2020-13' })] },
    ],
    ['membership', 'm', 'endDate', { memberships: [held('a', { id: 'm', endDate: '2020-13' })] }],
    [
      'membership',
      'm',
      'attestedOn[0]',
      { memberships: [held('a', { id: 'm', attestedOn: ['2020-13'] })] },
    ],
    ['lineage', 'p-q', 'date', { lineages: [step('p', 'q', '2020-13')] }],
    ['promise', 'y', 'saidOn', { promises: [said('y', 'a', { saidOn: '2020-13' })] }],
    ['promise', 'y', 'dueOn', { promises: [said('y', 'a', { dueOn: '2020-13' })] }],
    [
      'promise',
      'y',
      'source.publishedOn',
      {
        promises: [
          said('y', 'a', { source: { url: 'https://n.example/', publishedOn: '2020-13' } }),
        ],
      },
    ],
    ['statusEvent', 'e', 'on', { statusEvents: [event('x', 'kept', '2020-13', { id: 'e' })] }],
    ['reply', 'r', 'on', { replies: [reply({ on: '2020-13' })] }],
    ['stance', 's', 'on', { stances: [stance({ on: '2020-13' })] }],
  ])('%s %s: %s', (kind, id, field, parts) => {
    const message = `${kind} ${id}: ${field} is 2020-13, which is no YYYY, YYYY-MM or YYYY-MM-DD of the calendar.`;
    expect(told('badDate', parts)).toEqual([
      { code: 'badDate', severity: 'error', kind, id, field, message },
    ]);
  });

  test('it keeps no other record from being compared', () => {
    const parts = {
      posts: [
        post('z', { startDate: '2020-13', endDate: '2019' }),
        post('y', { startDate: '2020', endDate: '2019' }),
      ],
    };
    expect(told('endBeforeStart', parts).map(({ id }) => id)).toEqual(['y']);
  });
});

describe('what contradicts itself is told in a sentence', () => {
  test.each<[Fault['code'], string, Partial<Ledger>]>([
    [
      'endBeforeStart',
      'post z: it ends on 2019, before it starts on 2020.',
      { posts: [post('z', { startDate: '2020', endDate: '2019' })] },
    ],
    [
      'endBeforeStart',
      'membership m: it ends on 2019-04, before it starts on 2019-05.',
      {
        memberships: [
          held('b', { id: 'm', postId: 'q', startDate: '2019-05', endDate: '2019-04' }),
        ],
      },
    ],
    [
      'attestedOutsideTerm',
      'membership m: it is attested on 2019-04, before its start 2019-05.',
      {
        memberships: [
          held('b', {
            id: 'm',
            postId: 'q',
            startDate: '2019-05',
            attestedOn: ['2019-05', '2019-04'],
          }),
        ],
      },
    ],
    [
      'attestedOutsideTerm',
      'membership m: it is attested on 2019-06, after its end 2019-05.',
      {
        memberships: [
          held('b', {
            id: 'm',
            postId: 'q',
            endDate: '2019-05',
            attestedOn: ['2019-05', '2019-06'],
          }),
        ],
      },
    ],
    [
      'dueBeforeSaid',
      'promise y: it is due on 2019, before it was said on 2020-01-10.',
      { promises: [said('y', 'a', { dueOn: '2019' })] },
    ],
    [
      'saidAfterSource',
      'promise y: said on 2020-01-10, after its source of 2020-01-09.',
      {
        promises: [
          said('y', 'a', { source: { url: 'https://n.example/', publishedOn: '2020-01-09' } }),
        ],
      },
    ],
    [
      'repeatsLater',
      'promise y: said on 2019, it repeats x, which was said later, on 2020-01-10.',
      { promises: [said('y', 'a', { saidOn: '2019', repeatsId: 'x' })] },
    ],
    [
      'eventBeforePromise',
      'statusEvent e: dated 2019, before its promise x was said on 2020-01-10.',
      { statusEvents: [event('x', 'kept', '2019', { id: 'e' })] },
    ],
    [
      'followsOtherPost',
      'membership m: it follows m-a, which is in another post, p.',
      { memberships: [held('b', { id: 'm', postId: 'q', followsId: 'm-a' })] },
    ],
    [
      'followsLater',
      'membership m: seen by 2017-12-31, it follows m-a, which is seen on 2018-01-01.',
      { memberships: [held('b', { id: 'm', endDate: '2017', followsId: 'm-a' })] },
    ],
    [
      'overlap',
      'membership m-a: from 2020-01-01 to 2020-06-01 it overlaps with m-b in the post p.',
      { memberships: [held('b', { startDate: '2020-01-01', endDate: '2020-06-01' })] },
    ],
    [
      'afterAbolition',
      'membership m: held on 2021-02-01, after the post z was abolished on 2020.',
      {
        posts: [post('z', { endDate: '2020' })],
        memberships: [
          held('b', { id: 'm', postId: 'z', startDate: '2019', endDate: '2021-02-01' }),
        ],
      },
    ],
    [
      'beforeFoundation',
      'membership m: held on 2019-12-31, before the post z was founded on 2020.',
      {
        posts: [post('z', { startDate: '2020' })],
        memberships: [held('b', { id: 'm', postId: 'z', attestedOn: ['2019-12-31'] })],
      },
    ],
    [
      'speakerWithoutMembership',
      'promise y: a has no membership in the post q.',
      { promises: [said('y', 'a', { postId: 'q' })] },
    ],
    [
      'saidOutsideTerm',
      'promise y: said on 2017, outside every term of a in the post p.',
      { promises: [said('y', 'a', { saidOn: '2017' })] },
    ],
    [
      'saidOutsideTerm',
      'promise y: said on 2025, outside every term of a in the post p.',
      { promises: [said('y', 'a', { saidOn: '2025' })] },
    ],
    [
      'areaRing',
      'area u: its parentId runs in a ring: u → v → u.',
      { areas: [area('v', { parentId: 'u' }), area('u', { parentId: 'v' })] },
    ],
    [
      'repeatRing',
      'promise u: its repeatsId runs in a ring: u → u.',
      { promises: [said('u', 'a', { repeatsId: 'u' })] },
    ],
    [
      'lineageRing',
      'lineage p-q: posts come from each other in a ring: p → q → p.',
      { lineages: [step('q', 'p', '2023'), step('p', 'q', '2022')] },
    ],
    [
      'areaInTwoSplits',
      'lineage p-r: d goes on 2022 by p-q too.',
      {
        posts: [post('r')],
        lineages: [
          step('p', 'q', '2022', { kind: 'split', areaIds: ['d'] }),
          step('p', 'r', '2022', { kind: 'split', areaIds: ['d'] }),
        ],
      },
    ],
    [
      'unsourced',
      'membership m: a membership needs at least one source.',
      { memberships: [held('b', { id: 'm', postId: 'q', sources: [] })] },
    ],
    [
      'unsourced',
      'stance s: a stance needs at least one source.',
      { stances: [stance({ sources: [] })] },
    ],
    [
      'unsourced',
      'statusEvent e: the status kept needs at least one source.',
      { statusEvents: [event('x', 'kept', '2021', { id: 'e', sources: [] })] },
    ],
    [
      'missingReason',
      'statusEvent e: the status unrateable needs a reasonCode.',
      { statusEvents: [event('x', 'unrateable', '2021', { id: 'e' })] },
    ],
    [
      'correctsOtherPromise',
      'statusEvent e: it corrects f, an event of another promise, x.',
      {
        promises: [said('y', 'a')],
        statusEvents: [
          event('x', 'inProgress', '2021', { id: 'f' }),
          event('y', 'inProgress', '2021', { id: 'e', correctsId: 'f' }),
        ],
      },
    ],
    [
      'badAddress',
      'promise y: source.url is no http or https address: ftp://x.',
      { promises: [said('y', 'a', { source: { url: 'ftp://x' } })] },
    ],
    [
      'badAddress',
      'reply r: sources[1].url is no http or https address: x https://n.example/.',
      { replies: [reply({ sources: [...SOURCES, { url: 'x https://n.example/' }] })] },
    ],
    [
      'badAddress',
      'stance s: sources[0].url is no http or https address: https:///a.',
      { stances: [stance({ sources: [{ url: 'https:///a' }] })] },
    ],
    [
      'emptyText',
      'area z: name.kk is empty.',
      { areas: [area('z', { name: { ru: 'Село', kk: ' ', en: 'Village' } })] },
    ],
    ['emptyText', 'post z: label is empty.', { posts: [post('z', { label: {} })] }],
    ['emptyText', 'reply r: text is empty.', { replies: [reply({ text: {} })] }],
    ['emptyText', 'person e: name is empty.', { persons: [person('e', { name: {} })] }],
    [
      'emptyText',
      'person e: name.en.family is empty.',
      { persons: [person('e', { name: { en: { family: ' ', given: 'A' } } })] },
    ],
    [
      'lookAlikeLetters',
      'promise y: in quote the word Дoрога mixes look-alike letters of two scripts.',
      { promises: [said('y', 'a', { quote: 'Дoрога' })] },
    ],
    [
      'lookAlikeLetters',
      'area z: in otherNames[0].name the word Дoрога mixes look-alike letters of two scripts.',
      { areas: [area('z', { otherNames: [{ lang: 'ru', name: 'Дoрога' }] })] },
    ],
    [
      'lookAlikeLetters',
      'person e: in otherNames[0].name the word Дoрога mixes look-alike letters of two scripts.',
      { persons: [person('e', { otherNames: [{ name: 'Дoрога' }] })] },
    ],
    [
      'lookAlikeLetters',
      'statusEvent e: in note.ru the word Дoрога mixes look-alike letters of two scripts.',
      { statusEvents: [event('x', 'kept', '2021', { id: 'e', note: { ru: 'Дoрога' } })] },
    ],
    [
      'lookAlikeLetters',
      'reply r: in text.kk the word c mixes look-alike letters of two scripts.',
      { replies: [reply({ text: { kk: 'Жол c' } })] },
    ],
    [
      'duplicatePerson',
      'person e: it has the name of a, and both held the post p.',
      {
        persons: [person('e', { name: { en: { family: 'A.', given: 'a' } } })],
        memberships: [held('e', { attestedOn: ['2025'] })],
      },
    ],
    [
      'duplicateIdentifier',
      'person f: wikidata Q1 belongs to e too.',
      {
        persons: ['e', 'f'].map((id) =>
          person(id, { identifiers: [{ scheme: 'wikidata', identifier: 'Q1' }] }),
        ),
      },
    ],
  ])('%s: %s', (code, message, parts) => {
    const [kind, id] = message.split(/[ :]/, 2);
    expect(told(code, parts)).toMatchObject([{ code, severity: 'error', kind, id, message }]);
  });

  test.each<[Fault['code'], string, Partial<Ledger>]>([
    [
      'missingLanguage',
      'area z: name.en is missing, so readers of en see another language.',
      { areas: [area('z', { name: { ru: 'Село', kk: 'Ауыл' } })] },
    ],
    [
      'twoPostsAtOnce',
      'membership m: from 2019-01-01 to 2019-05-01 the person a holds q and p.',
      {
        memberships: [
          held('a', { id: 'm', postId: 'q', startDate: '2019-01-01', endDate: '2019-05-01' }),
        ],
      },
    ],
    [
      'weakSourcesOnly',
      'promise y: it rests on copies and aggregators alone, so it is shown as unconfirmed.',
      {
        weakSources: [{ host: 'copy.example', why: 'copy' }],
        promises: [said('y', 'a', { source: { url: 'https://copy.example/1' } })],
      },
    ],
    [
      'weakSourcesOnly',
      'statusEvent e: it rests on copies and aggregators alone, so it is shown as unconfirmed.',
      {
        weakSources: [{ host: 'copy.example', why: 'copy' }],
        statusEvents: [
          event('x', 'kept', '2021', { id: 'e', sources: [{ url: 'https://copy.example/1' }] }),
        ],
      },
    ],
  ])('a doubt, %s: %s', (code, message, parts) => {
    const [kind, id] = message.split(/[ :]/, 2);
    expect(told(code, parts)).toMatchObject([{ code, severity: 'doubt', kind, id, message }]);
  });
});

describe('what only touches is no contradiction', () => {
  test.each<[Fault['code'], Partial<Ledger>]>([
    ['endBeforeStart', { posts: [post('z', { startDate: '2020-05-01', endDate: '2020-05-01' })] }],
    ['dueBeforeSaid', { promises: [said('y', 'a', { dueOn: '2020-01-10' })] }],
    ['eventBeforePromise', { statusEvents: [event('x', 'kept', '2020-01-10')] }],
    [
      'saidAfterSource',
      {
        promises: [
          said('y', 'a', { source: { url: 'https://n.example/', publishedOn: '2020-01-10' } }),
        ],
      },
    ],
    ['repeatsLater', { promises: [said('y', 'a', { repeatsId: 'x' })] }],
    [
      'attestedOutsideTerm',
      {
        memberships: [
          held('b', {
            postId: 'q',
            startDate: '2019-05-01',
            endDate: '2019-05-01',
            attestedOn: ['2019-05-01'],
          }),
        ],
      },
    ],
    [
      'afterAbolition',
      {
        posts: [post('z', { endDate: '2020' })],
        memberships: [held('b', { postId: 'z', startDate: '2019', endDate: '2021-01-01' })],
      },
    ],
    [
      'beforeFoundation',
      {
        posts: [post('z', { startDate: '2020' })],
        memberships: [held('b', { postId: 'z', attestedOn: ['2020-01-01'] })],
      },
    ],
    [
      'followsLater',
      { memberships: [held('b', { attestedOn: ['2018-01-01'], followsId: 'm-a' })] },
    ],
    [
      'saidOutsideTerm',
      {
        memberships: [held('a', { id: 'm', attestedOn: ['2026'] })],
        promises: [said('y', 'a', { saidOn: '2026' })],
      },
    ],
    ['saidOutsideTerm', { promises: [said('y', 'a', { saidOn: null })] }],
    ['unsourced', { statusEvents: [event('x', 'notRated', '2021', { sources: [] })] }],
    [
      'areaInTwoSplits',
      {
        posts: [post('r')],
        lineages: [
          step('p', 'q', '2022', { areaIds: ['d'] }),
          step('p', 'r', '2022', { areaIds: ['d'] }),
        ],
      },
    ],
    [
      'duplicatePerson',
      {
        persons: [person('e', { name: { en: { family: 'a', given: 'B' } } })],
        memberships: [held('e', { attestedOn: ['2025'] })],
      },
    ],
    ['overlap', { memberships: [held('a', { id: 'm', startDate: '2019', endDate: '2020' })] }],
    ['overlap', { memberships: [held('b', { startDate: '2025', endDate: '2024-06' })] }],
    [
      'twoPostsAtOnce',
      { memberships: [held('a', { id: 'm', startDate: '2019', endDate: '2020' })] },
    ],
    [
      'twoPostsAtOnce',
      {
        memberships: [
          held('a', {
            id: 'm',
            postId: 'q',
            startDate: '2019-01-01',
            endDate: '2020-01-01',
            acting: true,
          }),
        ],
      },
    ],
    [
      'missingLanguage',
      { replies: [reply()], statusEvents: [event('x', 'kept', '2021', { note: { ru: 'Да' } })] },
    ],
  ])('%s in %o', (code, parts) => {
    expect(told(code, parts)).toEqual([]);
  });
});
