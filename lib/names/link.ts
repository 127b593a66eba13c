import { LANGUAGES } from '@/lib/language/languages';
import type { LanguageRules } from '@/lib/language/rules';
import type { Gazetteer, LinkContext, Mention } from './gazetteer';
import { readKnowledge } from './knowledge';
import { mentionsOf } from './mentions';
import { readDocument } from './text-document';

/**
 * Finds officials in blocks of text, in text order and without overlaps; what the title says of them counts,
 * but it gets no mentions of its own. The language is told from the text, block by block.
 */
export async function link(
  blocks: readonly string[],
  context: LinkContext,
  gazetteer: Gazetteer,
  languages: readonly LanguageRules[] = LANGUAGES,
): Promise<readonly Mention[]> {
  const document = readDocument(blocks, context, languages);
  const knowledge = await readKnowledge(document, gazetteer);
  return mentionsOf(document, knowledge, context.date);
}
