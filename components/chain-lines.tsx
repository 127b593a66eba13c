/** Earlier promises of one matter, oldest first: who said it when, and by when. */
export interface ChainRow {
  /** The promise that a new one would repeat: the last. */
  readonly id: string;
  readonly text: string;
  /** Empty: not read as the same matter, only of the same office and topic. */
  readonly links: readonly { readonly id: string; readonly words: string }[];
}

/** The links of a chain, one a line. */
export function ChainLines({ links }: Pick<ChainRow, 'links'>) {
  return (
    <ol className="chain">
      {links.map(({ id, words }) => (
        <li key={id}>
          <bdi>{words}</bdi>
        </li>
      ))}
    </ol>
  );
}
