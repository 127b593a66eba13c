import type { PlaceSpan } from './places';
import type { Reading } from './reading';

/**
 * The areas that a bare name may mean. `Талғар әкімі`: in Kazakh the akim of a town and the akim of the district of
 * its name are called alike, unless the text has the one or the other of the two with the word for its kind.
 */
export function areasAlike(
  { document, knowledge, places }: Reading,
  place: PlaceSpan,
): readonly string[] {
  const { ids, from, hasKind, others = [] } = place;
  const isAlike = document.tokens[from]?.rules.agreement === 'last' && !hasKind;
  const districts = others.filter((id) => knowledge.areas.get(id)?.classification === 'district');
  const all = [...new Set([...ids, ...districts])];
  if (!isAlike || all.length === ids.length) return ids;
  const said = all.filter((id) =>
    [...places.at.values()].some((one) => one.hasKind && one.ids.includes(id)),
  );
  return said.length > 0 ? said : all;
}
