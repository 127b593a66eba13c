import type { Gender } from '@/lib/ledger/records';
import { composed } from './compose';
import { fold, rawSkeleton, squeeze, stem } from './fold';
import {
  endingsOf,
  fitting,
  hasCyrillic,
  type ParadigmRow,
  type ParadigmTable,
  paradigmTable,
} from './paradigm-rows';
import { CASE, type CaseMask, type LanguageRules, type Paradigm, type SuffixSlot } from './rules';

/** Forms of one word by skeleton, each with the cases it may stand for. */
type Forms = ReadonlyMap<string, CaseMask>;

interface Compiled {
  readonly forms: Readonly<Record<Gender | 'either', Map<string, Forms>>>;
  readonly paradigms: ParadigmTable;
  readonly stems: Map<string, readonly string[]>;
  /** By written word: what every form of it begins with. */
  readonly beginnings: Map<string, string>;
  chains: Forms | null;
  readonly strips: readonly string[];
}

/** Forms of so many words are kept; beyond it the table starts anew (a long page has some 3,000 names). */
const FORMS_KEPT = 20_000;
const compiledRules = new WeakMap<LanguageRules, Compiled>();

function compile(rules: LanguageRules): Compiled {
  const known = compiledRules.get(rules);
  if (known) return known;
  const compiled: Compiled = {
    forms: { male: new Map(), female: new Map(), either: new Map() },
    stems: new Map(),
    beginnings: new Map(),
    paradigms: paradigmTable(rules.paradigms),
    chains: null,
    strips: rules.strips.map(fold),
  };
  compiledRules.set(rules, compiled);
  return compiled;
}

/**
 * What every form of a word begins with, without working the forms out: a word is compared with hundreds, and
 * nearly all of them part here. An `i` at the seam may drop before the ending, and a Latin letter be one with it.
 */
function beginningOf(compiled: Compiled, written: string): string {
  const known = compiled.beginnings.get(written);
  if (known !== undefined) return known;
  // Of a double name both parts are inflected.
  const [word = ''] = composed(written.toLowerCase()).split('-', 1);
  const raw = rawSkeleton(word);
  const dropped = fitting(compiled.paradigms, word, raw).map((paradigm) => paradigm.dropped);
  const base = squeeze(raw.slice(0, Math.max(0, raw.length - Math.max(0, ...dropped))));
  const kept = hasCyrillic(word) ? base : base.slice(0, -1);
  const made = kept.endsWith('i') ? kept.slice(0, -1) : kept;
  if (compiled.beginnings.size >= FORMS_KEPT) compiled.beginnings.clear();
  compiled.beginnings.set(written, made);
  return made;
}

/** Whether a token begins as every form of a word does; first by the least that they can have in common. */
function mayBeForm(rules: LanguageRules, written: string, token: string): boolean {
  const compiled = compile(rules);
  const skeleton = fold(written);
  const atSeam = compiled.paradigms.longestDrop + 2;
  const common = written.includes('-') ? 0 : skeleton.length - atSeam;
  if (common > 0 && !token.startsWith(skeleton.slice(0, common))) return false;
  return token.startsWith(beginningOf(compiled, written));
}

function formsOf(rules: LanguageRules, written: string, gender: Gender | null): Forms {
  const compiled = compile(rules);
  const table = compiled.forms[gender ?? 'either'];
  const known = table.get(written);
  if (known) return known;
  const word = composed(written.toLowerCase());
  const raw = rawSkeleton(word);
  const forms = new Map<string, CaseMask>();
  const isCyrillic = hasCyrillic(word);
  for (const paradigm of fitting(compiled.paradigms, word, raw)) {
    const { row } = paradigm;
    if (row.gender !== null && gender !== null && row.gender !== gender) continue;
    // `cellists`: the last letter and its ending may be one letter elsewhere, as `ts` is.
    if (row.suffix === '' && !isCyrillic) addWhole(forms, row, word);
    else addEndings(forms, paradigm, raw);
  }
  addBothParts(rules, forms, word, gender);
  if (forms.size === 0) forms.set(squeeze(raw), CASE.any);
  if (table.size >= FORMS_KEPT) table.clear();
  table.set(written, forms);
  return forms;
}

function addWhole(forms: Map<string, CaseMask>, { endings }: Paradigm, word: string): void {
  for (const [mask, ending] of endings) addForm(forms, fold(word + ending), mask);
}

function addEndings(forms: Map<string, CaseMask>, paradigm: ParadigmRow, raw: string): void {
  const base = raw.slice(0, raw.length - paradigm.dropped);
  for (const [mask, ending] of endingsOf(paradigm)) addForm(forms, squeeze(base + ending), mask);
}

/** «Касыма-Жомарта» beside the regular «Касым-Жомарта»: the press inflects both parts of a double name too. */
function addBothParts(
  rules: LanguageRules,
  forms: Map<string, CaseMask>,
  word: string,
  gender: Gender | null,
): void {
  const hyphen = word.indexOf('-');
  if (hyphen < 2 || hyphen > word.length - 3) return;
  const second = formsOf(rules, word.slice(hyphen + 1), gender);
  for (const [first, mask] of formsOf(rules, word.slice(0, hyphen), gender))
    for (const [last, own] of second)
      if ((mask & own & CASE.any) !== 0 && ((mask | own) & CASE.plural) === 0)
        addForm(forms, squeeze(first + last), mask & own);
}

/** Plural and singular readings of one form stay apart only by bit: the singular is kept where both are possible. */
function addForm(forms: Map<string, CaseMask>, form: string, mask: CaseMask): void {
  const before = forms.get(form);
  if (before === undefined) forms.set(form, mask);
  else if ((before & CASE.plural) === (mask & CASE.plural)) forms.set(form, before | mask);
  else if ((before & CASE.plural) !== 0) forms.set(form, mask);
}

/** At most this many suffixes in a row: longer chains do not occur on names (KazNERD: none of 1,352). */
const LONGEST_CHAIN = 3;

/** Front and back vowels fall together: half of the forms are left, and an eighth of the chains. */
function rawForms(slot: SuffixSlot): [CaseMask, string][] {
  const forms = new Map<string, [CaseMask, string]>();
  for (const [mask, form] of slot.forms) {
    const raw = rawSkeleton(form);
    forms.set(`${mask} ${raw}`, [mask, raw]);
  }
  return [...forms.values()];
}

function chainsOf(rules: LanguageRules): Forms {
  const compiled = compile(rules);
  if (compiled.chains) return compiled.chains;
  const chains = new Map<string, CaseMask>();
  const slots = rules.slots.map((slot) => ({ ...slot, forms: rawForms(slot) }));
  const grow = (
    at: number,
    previous: string,
    chain: string,
    mask: CaseMask,
    count: number,
  ): void => {
    addForm(chains, squeeze(chain), mask === 0 ? CASE.nominative : mask);
    if (count === LONGEST_CHAIN) return;
    for (let next = at; next < slots.length; next += 1) {
      const slot = slots[next];
      if (!slot || (slot.after !== undefined && slot.after !== previous)) continue;
      for (const [bit, form] of slot.forms) {
        const kept = bit === CASE.nominative ? mask : (mask & CASE.plural) | bit;
        grow(next + 1, slot.slot, chain + form, bit === CASE.plural ? mask | bit : kept, count + 1);
      }
    }
  };
  grow(0, '', '', 0, 0);
  chains.delete('');
  compiled.chains = chains;
  return chains;
}

function withCase(mask: CaseMask): CaseMask {
  return (mask & ~CASE.plural) === 0 ? mask | CASE.nominative : mask;
}

/** A chain may have lost its first letter to the stem's last one: `maminin` = мамин + нің. */
function chainMask(rules: LanguageRules, skeleton: string, token: string): CaseMask {
  if (token === skeleton) return CASE.nominative;
  if (skeleton.charCodeAt(0) !== token.charCodeAt(0) && skeleton.length > 1) return 0;
  const voiced = rules.voicing[skeleton.slice(-1)];
  if (voiced !== undefined && token.startsWith(skeleton.slice(0, -1) + voiced)) {
    const rest = chainsOf(rules).get(token.slice(skeleton.length));
    if (rest !== undefined) return withCase(rest);
  }
  if (!token.startsWith(skeleton)) {
    // Абай + ы: the final `i` drops before a vowel.
    return 0;
  }
  const rest = token.slice(skeleton.length);
  const chains = chainsOf(rules);
  const atSeam = chains.get(skeleton.slice(-1) + rest) ?? 0;
  // `Мамин` + `нің` looks like `Мамин` + `ің`, «your Mamin», which is said of no name.
  const mask = (atSeam & CASE.genitive) !== 0 ? atSeam : (chains.get(rest) ?? atSeam);
  return mask === 0 ? 0 : withCase(mask);
}

/**
 * The cases that a token may stand for as a form of a word, by the rules of the text's language; 0: it is no form of it.
 * `written` is the word's dictionary form in any script; `token` a skeleton.
 */
export function caseOf(
  rules: LanguageRules,
  written: string,
  gender: Gender | null,
  token: string,
): CaseMask {
  const isLikely = rules.paradigms.length > 0 && mayBeForm(rules, written, token);
  let mask = isLikely ? (formsOf(rules, written, gender).get(token) ?? 0) : 0;
  if (rules.slots.length > 0) mask |= chainMask(rules, fold(written), token);
  if (rules.paradigms.length === 0 && rules.slots.length === 0 && fold(written) === token)
    return CASE.any;
  return mask;
}

/** The stems of all forms of a word, for the side of the name: fleeting vowels give a second one. */
export function stemsOfForms(
  rules: LanguageRules,
  written: string,
  gender: Gender | null,
): Set<string> {
  const stems = new Set([stem(fold(written))]);
  if (rules.paradigms.length > 0)
    for (const form of formsOf(rules, written, gender).keys())
      for (const one of stemsOfToken(rules, form).slice(0, 1)) stems.add(one);
  return stems;
}

/** The stems under which a token of a text may be known: its own first, then without endings. */
export function stemsOfToken(rules: LanguageRules, skeleton: string): readonly string[] {
  const { stems } = compile(rules);
  const known = stems.get(skeleton);
  if (known) return known;
  if (stems.size >= FORMS_KEPT) stems.clear();
  const made = findStems(rules, skeleton);
  stems.set(skeleton, made);
  return made;
}

function findStems(rules: LanguageRules, skeleton: string): string[] {
  const stems = new Set([stem(skeleton)]);
  for (const ending of compile(rules).strips) addStripped(stems, skeleton, ending);
  if (rules.slots.length > 0) {
    const chains = chainsOf(rules);
    for (let cut = 2; cut < skeleton.length; cut += 1) {
      const rest = skeleton.slice(cut);
      if (chains.has(rest) || chains.has(skeleton.charAt(cut - 1) + rest))
        addVoiced(rules, stems, skeleton.slice(0, cut));
    }
  }
  return [...stems];
}

function addStripped(stems: Set<string>, skeleton: string, ending: string): void {
  if (skeleton.length - ending.length >= 2 && skeleton.endsWith(ending))
    stems.add(stem(skeleton.slice(0, -ending.length)));
}

function addVoiced(rules: LanguageRules, stems: Set<string>, base: string): void {
  stems.add(stem(base));
  const last = base.slice(-1);
  for (const [plain, voiced] of Object.entries(rules.voicing))
    if (voiced === last) stems.add(stem(base.slice(0, -1) + plain));
}
