import type { PlaceSpan } from './places';
import type { Reading } from './reading';

/**
 * The areas that a bare name may mean. `Талғар әкімі`: in Kazakh the akim of a town and the akim of the district of
 * its name are called alike, unless the text has the one or the other of the two with the word for its kind. A region is
 * meant only in a text that has it so.
 */
export function areasAlike(
  { document, knowledge, places }: Reading,
  place: PlaceSpan,
): readonly string[] {
  const { ids, from, hasKind, others = [] } = place;
  const isAlike = document.tokens[from]?.rules.agreement === 'last' && !hasKind;
  if (!isAlike) return ids;
  const isSaid = (id: string): boolean =>
    [...places.at.values()].some((one) => one.hasKind && one.ids.includes(id));
  const classOf = (id: string) => knowledge.areas.get(id)?.classification;
  const more = others.filter(
    (id) => classOf(id) === 'district' || (classOf(id) === 'oblast' && isSaid(id)),
  );
  const all = [...new Set([...ids, ...more])];
  const said = all.filter(isSaid);
  return said.length > 0 ? said : all;
}
