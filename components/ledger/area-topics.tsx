import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { TopicCount } from './area-promises';

/** How many promises of each matter are open and closed: a table, its cells drawn as bars of one scale. */
export function AreaTopics(props: { readonly rows: readonly TopicCount[]; readonly lang: Lang }) {
  const { rows, lang } = props;
  const { common, pages } = strings(lang);
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
