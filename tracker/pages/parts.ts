import type { Answer } from '@/lib/ledger/answers';
import type { BookEntry } from '@/lib/ledger/books';
import type { HolderAnswer } from '@/lib/ledger/holders';
import { isWeakSource } from '@/lib/ledger/lookups';
import type { Membership, Pledge, Source, Status } from '@/lib/ledger/records';
import type { TermState } from '@/lib/ledger/statuses';
import { shownAddress } from '@/lib/wire/text';
import { html, type Markup } from './markup';
import { dated, linkTo, officeLink, personLink, type Site, told } from './site';

const SIGNS: Readonly<Record<Status, string>> = {
  notRated: '○',
  inProgress: '◔',
  stalled: '‖',
  kept: '✓',
  partlyKept: '◐',
  broken: '✕',
  unrateable: '—',
};

/** A status: sign and word, never colour alone. */
export function statusMark(site: Site, status: Status): Markup {
  return html`<span class="${status}"><i class="sign" aria-hidden="true">${SIGNS[status]}</i> ${site.words.common.status[status]}</span>`;
}

/** The term in words; empty when there is none to tell of. */
export function termText(site: Site, promise: Pledge, term: TermState | null): string {
  const { term: words, termDate } = site.words.common;
  if (term === null || promise.dueOn === null) return '';
  return term === 'noDate' ? words.noDate : words[term](termDate(promise.dueOn));
}

/** A source: https becomes a link with its host, anything else is text. */
export function sourceMark(site: Site, source: Source): Markup {
  const { href, host } = shownAddress(source.url);
  const label = html`<bdi>${source.publisher ?? host}</bdi>`;
  // A copy or aggregator is named, never linked: it is no source.
  if (isWeakSource(site.index, source)) return html`<span>${label}</span>`;
  if (href === null) return html`<span>↗ ${label} <small><bdi>${source.url}</bdi></small></span>`;
  return html`<a class="source" href="${href}" rel="noopener noreferrer nofollow">↗ ${label}</a>`;
}

/** Who holds an office, in one sentence. */
export function holderSentence(
  site: Site,
  holder: HolderAnswer | null,
  lastSeen: string | null,
): string {
  const { ledger } = site.words;
  const person = holder?.personId == null ? undefined : site.index.persons.get(holder.personId);
  const name = person === undefined ? '' : plainName(site, person.id);
  switch (holder?.state) {
    case 'known':
      return ledger.nowHolds(name);
    case 'acting':
      return ledger.nowActing(name);
    case 'vacant':
      return ledger.nowVacant;
    case 'disputed':
      return ledger.nowDisputed;
    case 'unknown':
    case undefined:
      return lastSeen === null ? ledger.nowUnknownEver : ledger.nowUnknown(lastSeen);
  }
}

/** A person's name as plain text, in the page's language. */
export function plainName(site: Site, id: string): string {
  const name = site.index.persons.get(id)?.name;
  const shown = name?.[site.lang] ?? name?.ru ?? name?.kk ?? name?.en;
  if (shown === undefined) return id;
  return [shown.given, shown.patronymic, shown.family]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Who answers, in words: a name with a link, or why nobody is named. */
export function answerMark(site: Site, answer: Answer): Markup {
  const { common } = site.words;
  if (answer.personId !== null) return personLink(site, answer.personId);
  if (answer.relation === 'vacant') return html`${common.vacant}`;
  if (answer.relation === 'disputed') return html`${common.disputedHolder}`;
  return html`${common.unknownHolder}`;
}

/** Who said it, where the source names him. */
function maker(site: Site, { promise, makerUnnamed }: BookEntry): Markup {
  if (makerUnnamed) return html`${site.words.ledger.promise.handUnnamed}`;
  return personLink(site, promise.personId);
}

/** A promise as a line of a list. */
function entryLine(site: Site, entry: BookEntry, showOffice: boolean): Markup {
  const { promise } = entry;
  const said = promise.saidOn ?? promise.source.publishedOn ?? null;
  const term = termText(site, promise, entry.term);
  return html`<li>${linkTo(site, 'promise', promise.id, told(site, promise.text))}
<span class="meta">${statusMark(site, entry.status.status)}${term !== '' && html` · ${term}`}</span>
<span class="meta">${maker(site, entry)}${said !== null && html` · ${dated(site, said)}`}${showOffice && html` · ${officeLink(site, promise.postId)}`} · ${sourceMark(site, promise.source)}${entry.weakSource && html` · ${site.words.card.weak}`}</span></li>`;
}

/** A headed list; nothing when it is empty. */
export function section(
  site: Site,
  title: string,
  entries: readonly BookEntry[],
  showOffice = false,
): Markup {
  if (entries.length === 0) return html``;
  return html`<h2>${title} <span class="soft">${entries.length}</span></h2>
<ul>${entries.map((entry) => entryLine(site, entry, showOffice))}</ul>`;
}

/** When somebody held an office: its dates, else the days on which a source shows him there. */
export function termOfOffice(site: Site, membership: Membership): string {
  const { common, ledger } = site.words;
  const { startDate, endDate, attestedOn } = membership;
  const tenure = ledger.tenure(startDate, endDate);
  if (tenure !== null) return tenure;
  return attestedOn.length > 0
    ? attestedOn.map((day) => common.dataDate(day)).join(', ')
    : ledger.datesUnknown;
}
