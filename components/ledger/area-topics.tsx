import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import { type Lang, TOPICS, type Topic } from '@/lib/ledger/records';

interface TopicRow {
  readonly topic: Topic;
  readonly open: number;
  readonly closed: number;
}

function rowsOf(entries: readonly BookEntry[]): readonly TopicRow[] {
  return TOPICS.map((topic) => {
    const phases = entries
      .filter(({ promise }) => promise.topic === topic)
      .map(({ status }) => status.phase);
    const open = phases.filter((phase) => phase === 'open').length;
    return { topic, open, closed: phases.length - open };
  })
    .filter(({ open, closed }) => open + closed > 0)
    .sort((a, b) => b.open + b.closed - (a.open + a.closed));
}

/** How many promises of each matter are open and closed: a table, its cells drawn as bars of one scale. */
export function AreaTopics(props: { readonly entries: readonly BookEntry[]; readonly lang: Lang }) {
  const { entries, lang } = props;
  const { common, pages } = strings(lang);
  const rows = rowsOf(entries);
  const most = Math.max(1, ...rows.map(({ open, closed }) => open + closed));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{pages.area.topics}</h2>
      <table className="topics">
        <thead>
          <tr>
            <th scope="col">{pages.area.topic}</th>
            <th scope="col" className="number">
              {pages.area.openNow}
            </th>
            <th scope="col" className="number">
              {pages.area.closed}
            </th>
            <th scope="col" className="bars" aria-hidden="true">
              {' '}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, open, closed }) => (
            <tr key={topic}>
              <th scope="row">{common.topic[topic]}</th>
              <td className="number">{open}</td>
              <td className="number">{closed}</td>
              <td aria-hidden="true">
                <span className="bar" style={{ width: `${(open / most) * 100}%` }} />
                <span className="bar closed" style={{ width: `${(closed / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
