/** What an evaluation came to, by name; shares and percentages as its scorer tells them, null over nothing. */
export type Figures = Readonly<Record<string, number | null>>;

/** At least so much, or at most. */
type Goal = number | { readonly most: number };

/** What is asked of an evaluation, by its set. */
const GOALS: Readonly<Record<string, Readonly<Record<string, Goal>>>> = {
  // `sure`: no link on another person or on an undecidable mention.
  'mentions-gold': { names: 0.96, offices: 0.94, precision: 0.98, sure: 1 },
  'factrueval-dev.jsonl': { recall: 0.98, raw: 0.97, adjudicated: 0.995 },
  'kaznerd-valid.jsonl': { recall: 0.992, inflected: 0.985, raw: 0.996 },
  // Links in foreign news, all of them false.
  noise: { links: { most: 2 } },
  deadline: { exact: 95, falseOnNone: { most: 0 } },
  speech: { promisePrecision: 95, promiseRecall: 90 },
  repeat: { precision: 95, recall: 80 },
  article: { right: 100 },
  anchor: { right: 100, foundThoughNot: { most: 0 } },
  'look-up': { first: 0.97, seen: 0.995 },
};

function isMet(figure: number | null | undefined, goal: Goal): boolean {
  // What was not measured, or was measured over nothing, meets no goal.
  if (figure === undefined || figure === null) return false;
  return typeof goal === 'number' ? figure >= goal : figure <= goal.most;
}

/** A sentence for each figure of a set that misses its goal; a set without goals has none. */
export function missedGoals(set: string, figures: Figures): string[] {
  return Object.entries(GOALS[set] ?? {})
    .filter(([name, goal]) => !isMet(figures[name], goal))
    .map(([name, goal]) => {
      const asked = typeof goal === 'number' ? goal : `at most ${goal.most}`;
      return `${set}: ${name} ${figures[name] ?? 'not measured'}, asked ${asked}`;
    });
}
