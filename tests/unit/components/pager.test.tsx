import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Pager, usePages } from '@/components/ledger/pager';

function List({ length }: { readonly length: number }) {
  const paged = usePages([...Array(length).keys()], 10);
  return (
    <>
      <Pager paged={paged} lang="ru" />
      {paged.rows.map((row) => (
        <p key={row}>{row}</p>
      ))}
    </>
  );
}

const drawn = (length: number) => renderToStaticMarkup(<List length={length} />);

describe('pages of a list', () => {
  test('a list that fits stands as it is, with nothing to turn', () => {
    expect(drawn(10)).not.toContain('button');
    expect(drawn(10).match(/<p>/g)).toHaveLength(10);
  });

  test('of a longer one a page is drawn, and how much there is', () => {
    expect(drawn(25).match(/<p>/g)).toHaveLength(10);
    expect(drawn(25)).toContain('1–10 из 25');
    expect(drawn(25)).toMatch(/aria-disabled="true"[^>]*>Предыдущие/);
    expect(drawn(25)).toMatch(/aria-disabled="false"[^>]*>Следующие/);
  });

  test('no button is disabled: the one that was just pressed would lose the focus', () => {
    expect(drawn(25)).not.toMatch(/\sdisabled=/);
  });
});
