import { Connection } from './connection';
import { OwnDb } from './own-db';

let connection: Connection<OwnDb> | null = null;

/** This context's connection to the precious database; made when first asked for. */
export function ownConnection(): Connection<OwnDb> {
  connection ??= new Connection(() => new OwnDb());
  return connection;
}
