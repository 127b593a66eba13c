/** One line a happening, as JSON. Nothing about readers goes in: no address, no token, no path of theirs. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Says nothing; for tests and one-off commands. */
export const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** Writes JSON lines with pino's field names, so that pino's tools read them. */
export function jsonLogger(write: (line: string) => void): Logger {
  const at = (level: number) => (fields: object, msg: string) =>
    write(`${JSON.stringify({ level, time: Date.now(), ...serialise(fields), msg })}\n`);
  return { info: at(30), warn: at(40), error: at(50) };
}

/** An Error has no enumerable fields of its own: it is spelt out. */
function serialise(fields: object): object {
  const spelt = Object.entries(fields).map(([key, value]): [string, unknown] => [
    key,
    value instanceof Error
      ? { type: value.name, message: value.message, stack: value.stack }
      : value,
  ]);
  return Object.fromEntries(spelt);
}
