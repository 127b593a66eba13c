import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb } from './own-db';

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
