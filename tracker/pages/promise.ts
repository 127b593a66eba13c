import { claimReviews } from '@/lib/formats/claim-review';
import { textIn } from '@/lib/formats/texts';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { answersOn } from '@/lib/ledger/answers';
import type { Hand } from '@/lib/ledger/books';
import { entryOf, judge } from '@/lib/ledger/entries';
import type { Pledge, StatusEvent } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';
import type { Page } from './layout';
import { html, jsonLd, type Markup } from './markup';
import { answerMark, sourceMark, statusMark, termText } from './parts';
import { dated, linkTo, officeLink, pathOf, personLink, type Site, told } from './site';

/** The page of a promise: what was said, what is known, through whose hands it went; null: no such one. */
export function promisePage(site: Site, id: string): Page | null {
  const { index, today, lang, words } = site;
  const promise = index.promises.get(id);
  if (promise === undefined) return null;
  const judged = judge(index, promise, { day: today, today });
  const post = index.posts.get(promise.postId);
  const office = post === undefined ? '' : textIn(post.label, lang);
  return {
    title: textIn(promise.text, lang),
    description: `${words.common.status[judged.status.status]} · ${office}`,
    rest: `promise/${encodeURIComponent(id)}`,
    machine: machine(site, promise),
    body: promiseBody(site, promise),
  };
}

function machine(site: Site, promise: Pledge): Markup[] {
  const { index, lang, today, base } = site;
  const url = `${base ?? ''}${pathOf(lang, 'promise', promise.id)}`;
  const only = { ...index, promises: new Map([[promise.id, promise]]) };
  const publisher = { name: site.words.common.product, url: base ?? '/' };
  const reviews = claimReviews(only, { lang, today, publisher, pageOf: () => url });
  return [promiseAnnotation(promise, url, lang), ...reviews].map(jsonLd);
}

function promiseBody(site: Site, promise: Pledge): Markup {
  const { index, today, words } = site;
  const days = { day: today, today };
  const judged = judge(index, promise, days);
  const answers = answersOn(index, promise, today);
  const entry = entryOf(index, judged, answers[0] ?? null, days);
  const { promise: p } = words.ledger;
  return html`<h1>${told(site, promise.text)}</h1>
<p>${statusMark(site, entry.status.status)} <span class="soft">— ${words.common.statusMeaning[entry.status.status]}</span></p>
${promise.quote !== null && html`<blockquote lang="${promise.lang}"><bdi>${promise.quote}</bdi></blockquote>`}
<dl>
<dt>${p.office}</dt><dd>${officeLink(site, promise.postId)}</dd>
<dt>${words.ledger.columns.said}</dt><dd>${promise.personId === null ? p.handUnnamed : personLink(site, promise.personId)}${said(site, promise)}</dd>
<dt>${words.ledger.columns.due}</dt><dd>${termText(site, promise, entry.term) || dueText(site, promise)}</dd>
<dt>${p.answers}</dt><dd>${answers.map((answer, at) => html`${at > 0 && '; '}${answerMark(site, answer)}`)}</dd>
<dt>${p.speech}</dt><dd>${words.common.speech[promise.speech]}</dd>
${promise.occasion !== null && html`<dt>${p.occasion}</dt><dd>${words.common.occasion[promise.occasion]}</dd>`}
<dt>${p.source}</dt><dd>${sourceMark(site, promise.source)}${entry.weakSource && ` · ${words.card.weak}`}${checked(site, promise)}</dd>
</dl>
${eventsList(site, promise)}
${handsList(site, entry.hands)}
${stancesList(site, promise)}
${repliesList(site, promise)}
${chain(site, promise)}`;
}

function said(site: Site, promise: Pledge): Markup {
  const day = promise.saidOn ?? promise.source.publishedOn;
  return day === undefined ? html`` : html` · ${dated(site, day)}`;
}

function dueText(site: Site, { dueOn }: Pledge): Markup {
  const { term, termDate } = site.words.common;
  if (dueOn === null) return html`${term.noDate}`;
  return html`<time datetime="${dueOn}">${termDate(dueOn)}</time>`;
}

function checked(site: Site, promise: Pledge): Markup {
  const { sourceState } = site.words.ledger.promise;
  const last = site.index.ledger.sourceChecks
    .filter(({ promiseId }) => promiseId === promise.id)
    .toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn))
    .at(-1);
  return last === undefined ? html`` : html` <span class="soft">${sourceState[last.state]}</span>`;
}

/** All events, the corrected ones struck through: corrections stay visible. */
function eventsList(site: Site, promise: Pledge): Markup {
  const { promise: p } = site.words.ledger;
  const all = site.index.ledger.statusEvents.filter(({ promiseId }) => promiseId === promise.id);
  if (all.length === 0) return html`<h2>${p.events}</h2><p>${p.noEvents}</p>`;
  const corrected = new Set(all.map(({ correctsId }) => correctsId));
  const order = all.toSorted((a, b) =>
    `${a.on} ${a.recordedAt}`.localeCompare(`${b.on} ${b.recordedAt}`),
  );
  return html`<h2>${p.events}</h2>
<ol>${order.map((event) => eventLine(site, event, corrected.has(event.id)))}</ol>`;
}

function eventLine(site: Site, event: StatusEvent, isCorrected: boolean): Markup {
  const status = statusMark(site, event.status);
  return html`<li>${dated(site, event.on)} · ${isCorrected ? html`<s>${status}</s>` : status}
${event.note !== undefined && html`<span class="meta">${told(site, event.note)}</span>`}
<span class="meta">${event.sources.map((source, at) => html`${at > 0 && ' · '}${sourceMark(site, source)}`)}</span></li>`;
}

function handsList(site: Site, hands: readonly Hand[]): Markup {
  if (hands.length === 0) return html``;
  const { promise: p } = site.words.ledger;
  const how = {
    said: p.handSaid,
    unnamed: p.handUnnamed,
    succession: p.handSuccession,
    lineage: p.handLineage,
  } as const;
  return html`<h2>${p.hands}</h2>
<ol>${hands.map((hand) => html`<li>${holderOf(site, hand)} <span class="meta">${officeLink(site, hand.postId)} · ${how[hand.by]}${handTime(site, hand)}</span></li>`)}</ol>`;
}

function handTime(site: Site, { from, to }: Hand): string {
  const tenure = site.words.ledger.tenure(from, to);
  return tenure === null ? '' : ` · ${tenure}`;
}

function holderOf(site: Site, { span }: Hand): Markup {
  const { common } = site.words;
  if (span.personId !== null) return personLink(site, span.personId);
  if (span.state === 'vacant') return html`${common.vacant}`;
  return html`${span.state === 'disputed' ? common.disputedHolder : common.unknownHolder}`;
}

function stancesList(site: Site, promise: Pledge): Markup {
  const stances = site.index.stancesByPromise.get(promise.id) ?? [];
  if (stances.length === 0) return html``;
  const personOf = (id: string) => site.index.memberships.get(id)?.personId ?? null;
  return html`<h2>${site.words.ledger.promise.stances}</h2>
<ul>${stances.map(
    ({
      membershipId,
      stance,
      on,
      sources,
    }) => html`<li>${personLink(site, personOf(membershipId))} · ${site.words.common.stance[stance]} · ${dated(site, on)}
<span class="meta">${sources.map((source) => sourceMark(site, source))}</span></li>`,
  )}</ul>`;
}

function repliesList(site: Site, promise: Pledge): Markup {
  const replies = site.index.repliesByPromise.get(promise.id) ?? [];
  if (replies.length === 0) return html``;
  return html`<h2>${site.words.ledger.promise.replies}</h2>
<ul>${replies.map(
    ({ postId, on, text, sources }) => html`<li>${officeLink(site, postId)} · ${dated(site, on)}
<blockquote>${told(site, text)}</blockquote>
<span class="meta">${sources.map((source) => sourceMark(site, source))}</span></li>`,
  )}</ul>`;
}

function chain(site: Site, promise: Pledge): Markup {
  const { links } = repeatChain(site.index, promise);
  if (links.length < 2) return html``;
  return html`<h2>${site.words.ledger.promise.repeats}</h2>
<ol>${links.map(
    ({
      promise: link,
    }) => html`<li>${link.id === promise.id ? told(site, link.text) : linkTo(site, 'promise', link.id, told(site, link.text))}
<span class="meta">${personLink(site, link.personId)}${link.saidOn !== null && html` · ${dated(site, link.saidOn)}`} · ${dueText(site, link)}</span></li>`,
  )}</ol>`;
}
