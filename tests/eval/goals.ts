/** Shares that an evaluation came to, by name. */
export type Shares = Readonly<Record<string, number>>;

/** What an evaluation asks at least, by its set. */
const GOALS: Readonly<Record<string, Shares>> = {
  // `sure`: no link on another person or on an undecidable mention.
  'mentions-gold': { names: 0.96, offices: 0.94, precision: 0.98, sure: 1 },
  'factrueval-dev.jsonl': { recall: 0.98, raw: 0.97, adjudicated: 0.995 },
  'kaznerd-valid.jsonl': { recall: 0.992, inflected: 0.985, raw: 0.996 },
};

/** A sentence for each share of a set that is below its goal; a set without goals has none. */
export function belowGoals(set: string, shares: Shares): string[] {
  return Object.entries(GOALS[set] ?? {}).flatMap(([name, goal]) => {
    const share = shares[name];
    // A share that was not measured is no share that is high enough.
    if (share !== undefined && share >= goal) return [];
    return [`${set}: ${name} ${share?.toFixed(4) ?? 'not measured'}, asked ${goal}`];
  });
}
