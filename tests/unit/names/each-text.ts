import { expect, test } from 'vitest';

/** Each text, who is linked in it, and who is not. */
export type Case = readonly [text: string, linked: readonly string[], not?: readonly string[]];

/** One test for each text, with what links officials in it. */
export function eachText(
  links: (text: string) => Promise<readonly string[]>,
): (cases: readonly Case[]) => void {
  return (cases) => {
    const rows = cases.map(([text, linked, not = []]) => ({ text, linked, not }));
    test.each(rows)('$text', async ({ text, linked, not }) => {
      const found = await links(text);
      for (const one of linked) expect(found).toContain(one);
      for (const one of not) expect(found).not.toContain(one);
    });
  };
}
