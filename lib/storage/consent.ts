import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb, OwnMeta } from './own-db';

/** When the user agreed that clips are sent; null: not asked yet, or taken back. Nothing is sent without it. */
export async function consentGiven(
  own: Connection<OwnDb> = ownConnection(),
): Promise<string | null> {
  return (await own.run((db) => db.read('consent')))?.agreedAt ?? null;
}

/** Call in the click in which the user agrees. */
export async function giveConsent(
  agreedAt: string,
  own: Connection<OwnDb> = ownConnection(),
): Promise<void> {
  await own.run((db) => db.keep('consent', { agreedAt }));
}

/** Nothing more is sent from now on; what was sent stays sent. */
export async function takeConsentBack(own: Connection<OwnDb> = ownConnection()): Promise<void> {
  await own.run((db) => db.forget('consent'));
}

/** An editor's token for a tracker; null: none. */
export async function readReviewToken(
  own: Connection<OwnDb> = ownConnection(),
): Promise<OwnMeta['reviewToken'] | null> {
  return await own.run((db) => db.read('reviewToken'));
}

/** Null forgets it. */
export async function keepReviewToken(
  token: OwnMeta['reviewToken'] | null,
  own: Connection<OwnDb> = ownConnection(),
): Promise<void> {
  await own.run((db) =>
    token === null ? db.forget('reviewToken') : db.keep('reviewToken', token),
  );
}

/** Deletes the pseudonymous clip token; the next clip gets a new one, and the states of earlier clips are not told any more. */
export async function forgetClipToken(own: Connection<OwnDb> = ownConnection()): Promise<void> {
  await own.run((db) => db.forget('token'));
}
