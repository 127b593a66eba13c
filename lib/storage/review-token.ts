import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb } from './own-db';

/** The token with which an editor reviews at a tracker; null: none was entered for this tracker. */
export async function reviewToken(
  origin: string,
  own: Connection<OwnDb> = ownConnection(),
): Promise<string | null> {
  const kept = await own.run((db) => db.read('review'));
  return kept?.origin === origin ? kept.token : null;
}

/** Keeps an editor's token; an earlier one is replaced. */
export async function keepReviewToken(
  origin: string,
  token: string,
  own: Connection<OwnDb> = ownConnection(),
): Promise<void> {
  await own.run((db) => db.keep('review', { origin, token }));
}

/** Forgets the editor's token on this device; the tracker still knows it. */
export async function forgetReviewToken(own: Connection<OwnDb> = ownConnection()): Promise<void> {
  await own.run((db) => db.forget('review'));
}
