/** A day of a calendar, iCalendar's VEVENT. */
export interface DayEvent {
  readonly uid: string;
  /** When it was written: `YYYYMMDDTHHMMSSZ`. */
  readonly stamp: string;
  /** The first day, and the one after the last: `YYYYMMDD`. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** Octets of a line, its first white space counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** A text as a value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A line broken where it grows too long, never within a letter. */
function folded(line: string): string {
  // Three octets are the most that a unit of a string makes.
  if (line.length * 3 <= LINE_OCTETS) return `${line}\r\n`;
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return `${out}\r\n`;
}

const written = (lines: readonly string[]): string => lines.map(folded).join('');

/** What stands before the first event. */
export function calendarHead(name: string): string {
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'PRODID:-//uade//due dates//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-PUBLISHED-TTL:PT1H',
  ]);
}

/** One event, of a day on which nobody is busy. */
export function calendarDay(day: DayEvent): string {
  return written([
    'BEGIN:VEVENT',
    `UID:${escaped(day.uid)}`,
    `SUMMARY:${escaped(day.summary)}`,
    `DTSTAMP:${day.stamp}`,
    `DTSTART;VALUE=DATE:${day.start}`,
    `DTEND;VALUE=DATE:${day.end}`,
    `DESCRIPTION:${escaped(day.description)}`,
    `URL:${day.url}`,
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
}

/** What stands after the last event. */
export const CALENDAR_END = 'END:VCALENDAR\r\n';
