import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const LINES = Array.from({ length: 6 }, (_, i) => i);

/** An article that its framework draws anew: keys move, text changes, lines come and go. */
function Article() {
  const [turn, setTurn] = useState(0);
  Object.assign(globalThis, { nextTurn: () => setTurn((now) => now + 1) });
  const lines = turn % 3 === 2 ? LINES.slice(2) : LINES;
  return (
    <article>
      <h1>Аким отчитался перед жителями города</h1>
      {lines.map((line) => (
        <p key={(line + turn) % 7}>
          Строка {line + turn}, показ {turn}: на встрече аким города Сарыозек <b>Нурлан Бекетов</b>{' '}
          сказал, что дорогу к дачам починят, а воду подведут до конца года.
        </p>
      ))}
    </article>
  );
}

const main = document.querySelector('main');
if (main !== null) createRoot(main).render(<Article />);
