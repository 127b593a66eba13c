/** The one place for what nobody expected in the background: the extension's own console. */
export function report(what: string, error: unknown): void {
  console.error(`[uade] ${what}`, error);
}

/** Starts work that nobody waits for; its failure is reported. */
export function start(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    report(what, error);
  });
}
