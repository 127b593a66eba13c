import type { Area, AreaClass, Lang, Post, Text } from '@/lib/ledger/records';
import { asText, type Fields, objectsIn, textsIn } from './json-reading';
import type { Leavings } from './not-carried';
import { langOfName } from './person-names';
import { dateIn, inOrder, langIn, noteIn } from './popolo-fields';
import { MULTILINGUAL } from './popolo-file';

const AREA_CLASSES: Readonly<Record<string, AreaClass>> = {
  country: 'country',
  oblast: 'oblast',
  city: 'city',
  district: 'district',
  ruralDistrict: 'ruralDistrict',
  settlement: 'settlement',
};

/** A Popolo area; none when it lacks an id or a name, which is then counted. */
export function areaIn(fields: Fields, left: Leavings): readonly Area[] {
  const [id, main] = [asText(fields['id']), asText(fields['name'])];
  if (id === null || main === null) {
    left.record('areas', id ?? main ?? '', 'needs an id and a name');
    return [];
  }
  const names = new Map<Lang, string>([[langIn(fields['lang']) ?? langOfName(main), main]]);
  const otherNames = objectsIn(fields['other_names']).flatMap((other) => {
    const name = asText(other['name']);
    if (name === null) return [];
    const lang = langIn(other['lang']) ?? langOfName(name);
    if (other['note'] === MULTILINGUAL && !names.has(lang)) {
      names.set(lang, name);
      return [];
    }
    return [{ lang, name, ...noteIn(other) }];
  });
  const classification = AREA_CLASSES[asText(fields['classification']) ?? ''];
  if (!classification) left.field('areas[].classification', 'read as a district');
  return [
    {
      id,
      classification: classification ?? 'district',
      identifier: asText(fields['identifier']),
      parentId: asText(fields['parent_id']),
      name: inOrder(names),
      otherNames,
    },
  ];
}

/** A Popolo post; none when it lacks an id or a label, which is then counted. */
export function postIn(fields: Fields, left: Leavings): readonly Post[] {
  const id = asText(fields['id']);
  const main = asText(fields['label']) ?? asText(fields['role']);
  if (id === null || main === null) {
    left.record('posts', id ?? main ?? '', 'needs an id and a label');
    return [];
  }
  const labels = new Map<Lang, string>([[langIn(fields['lang']) ?? langOfName(main), main]]);
  const langs = textsIn(fields['other_label_langs']);
  textsIn(fields['other_label']).forEach((label, i) => {
    const lang = langIn(langs[i]) ?? langOfName(label);
    if (labels.has(lang)) left.field('posts[].other_label', 'a second label in one language');
    else labels.set(lang, label);
  });
  const label: Text = inOrder(labels);
  return [
    {
      id,
      role: asText(fields['role']) ?? 'post',
      areaId: asText(fields['area_id']),
      label,
      startDate: dateIn(fields, 'start_date', 'posts', left),
      endDate: dateIn(fields, 'end_date', 'posts', left),
    },
  ];
}
