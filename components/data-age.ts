import { cardStrings } from '@/lib/language/card-strings';
import { daysBetween } from '@/lib/ledger/partial-date';
import type { Day, Lang, Stamp } from '@/lib/ledger/records';

/** Older data is shown as old: the head is re-signed daily, so two weeks of silence are no quiet news day. */
const OLD_AFTER_DAYS = 14;

const ALMATY_OFFSET_MS = 5 * 60 * 60 * 1000;

/** The day of Asia/Almaty (UTC+5 since March 2024) on which a UTC stamp falls. */
export function dayOfStamp(stamp: Stamp): Day {
  return new Date(Date.parse(stamp) + ALMATY_OFFSET_MS).toISOString().slice(0, 10);
}

/** Today in Asia/Almaty, by the device's clock set right by what the tracker last said; null: it has not yet. */
export function todayBy(nowMs: number, clockOffsetMs: number | null): Day {
  return dayOfStamp(new Date(nowMs + (clockOffsetMs ?? 0)).toISOString());
}

/** The data's age in words; `issued` null: nothing was ever synced. */
export function ageWords(
  issued: Stamp | null,
  today: Day,
  lang: Lang,
): { readonly text: string; readonly isOld: boolean } {
  const { common } = cardStrings(lang);
  if (issued === null) return { text: common.dataNone, isOld: true };
  const day = dayOfStamp(issued);
  const days = daysBetween(day, today);
  const date = common.dataDate(day);
  return days > OLD_AFTER_DAYS
    ? { text: common.dataOld(date, days), isOld: true }
    : { text: common.dataAge(date), isOld: false };
}
