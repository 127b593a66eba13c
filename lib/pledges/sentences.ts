/** A sentence may end here; what follows must begin another. */
const END = /[.!?…]+["»”)]*(?=\s+["«“(—–-]*\s*[\p{Lu}\p{N}])/gu;
/** A word so short before a full stop is a shortening («г.», «ул.», «Б. Исабаев»), or may be one. */
const SHORTENED = /(?<![\p{L}\p{N}])\p{L}{1,3}\.$/u;

/** The sentences of a paragraph; where a full stop may belong to a shortened word, it parts nothing. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(END)) {
    const sentence = text.slice(start, index + end.length);
    if (SHORTENED.test(sentence)) continue;
    sentences.push(sentence.trim());
    start = index + end.length;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}
