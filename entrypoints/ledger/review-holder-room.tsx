import { useCallback, useState } from 'react';
import type { SpeakerChoice } from '@/components/clip/clip-fields';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { type NewHolder, ReviewHolder } from '@/components/review/review-holder';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Lang, Membership, Person, Post } from '@/lib/ledger/records';
import { orderOf } from '@/lib/ledger/succession';
import { useSpeakerChoices } from '../clip/speaker';
import { backToList, type Editor, newRecordId, problemOf, useRead } from '../own-page/editor';
import type { ReviewDesk } from './desk';

interface Subject {
  readonly dataset: string;
  readonly post: Post;
  readonly last: { readonly membership: Membership; readonly name: string } | null;
  readonly memberships: readonly Membership[];
}

async function readSubject(id: string, { cache, lang }: ReviewDesk): Promise<Subject | null> {
  const [ledger, state] = await Promise.all([cache.ledgerForPost(id), cache.syncState()]);
  const index = indexLedger(ledger);
  const post = index.posts.get(id);
  if (post === undefined || state.cursor === null) return null;
  const last = orderOf(index, id).ordered.at(-1)?.membership;
  const person = last === undefined ? undefined : index.persons.get(last.personId);
  return {
    dataset: state.cursor.dataset,
    post,
    last:
      last === undefined || person === undefined
        ? null
        : { membership: last, name: nameIn(person, lang) },
    memberships: index.membershipsByPost.get(id) ?? [],
  };
}

interface NewIds {
  readonly person: string;
  readonly membership: string;
}

function personOf(who: NewHolder['who'], id: string, lang: Lang): Person | null {
  if ('personId' in who) return null;
  return { id, gender: who.gender, name: { [lang]: who.name }, otherNames: [], identifiers: [] };
}

/** A new person first, then the membership; said again after a failure it repeats the same records. */
async function save(holder: NewHolder, subject: Subject, ids: NewIds, lang: Lang, editor: Editor) {
  const { dataset, post, last, memberships } = subject;
  const { who, from, acting, followsLast, sourceUrl } = holder;
  const person = personOf(who, ids.person, lang);
  if (person !== null) {
    const added = await editor.add({ dataset, kind: 'person', record: person, seen: [] });
    if (added.kind !== 'done') return added;
  }
  const membership: Membership = {
    id: ids.membership,
    personId: 'personId' in who ? who.personId : ids.person,
    postId: post.id,
    startDate: from,
    endDate: null,
    attestedOn: [],
    followsId: followsLast ? (last?.membership.id ?? null) : null,
    acting,
    sources: [{ url: sourceUrl }],
  };
  const seen = memberships.map((one) => one.id);
  return editor.add({ dataset, kind: 'membership', record: membership, seen });
}

interface FormProps {
  readonly subject: Subject;
  readonly desk: ReviewDesk;
}

function HolderForm({ subject, desk }: FormProps) {
  const { lang, cache, editor } = desk;
  const words = strings(lang);
  const { known, knownHint, isNew } = words.review.holder;
  const [chosen, setChosen] = useState<SpeakerChoice | null>(null);
  const [query, onQuery] = useState('');
  const found = useSpeakerChoices(query, cache, lang).filter((one) => one.personId !== null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [ids] = useState(() => ({ person: newRecordId(), membership: newRecordId() }));
  const onSave = async (holder: NewHolder) => {
    setBusy(true);
    const said = problemOf(await save(holder, subject, ids, lang, editor), words);
    setBusy(false);
    setProblem(said);
    if (said === null) backToList(words.review.done.saved);
  };
  return (
    <ReviewHolder
      lang={lang}
      post={{ id: subject.post.id, label: textIn(subject.post.label, lang).text }}
      lastName={subject.last?.name ?? null}
      person={{
        id: chosen?.personId ?? null,
        name: chosen?.label ?? null,
        words: { label: known, hint: knownHint, none: isNew },
        query,
        found,
        onQuery,
        onChoose: setChosen,
      }}
      problem={problem}
      isBusy={isBusy}
      onSave={(holder) => void onSave(holder)}
    />
  );
}

/** The room in which a new holder of an office is recorded. */
export function ReviewHolderRoom({ id, desk }: { readonly id: string; readonly desk: ReviewDesk }) {
  const read = useCallback(() => readSubject(id, desk), [id, desk]);
  const [subject] = useRead(read);
  if (typeof subject === 'string') return <LedgerNote lang={desk.lang} kind={subject} />;
  if (subject === null) return <LedgerNote lang={desk.lang} kind="notFound" />;
  return <HolderForm subject={subject} desk={desk} />;
}
