import {
  entriesSteps,
  type Line,
  type Picture,
  pictureSteps,
} from '@/components/ledger/office-scale';
import { hostOf } from '@/components/source-link';
import { nameIn, shortNameIn, textIn } from '@/components/text';
import { dateInWords, dateOfTerm } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { BookEntry, PostBook } from '@/lib/ledger/books';
import type { Day, Lang, Person, Status } from '@/lib/ledger/records';
import { type Steps, sorted } from '@/lib/ledger/steps';
import { outlivedSteps } from '@/lib/ledger/thesis';
import { allInSlices } from '@/lib/page/slices';

type Persons = ReadonlyMap<string, Person>;

/** What a picture for sharing is drawn of. */
export type SharedPicture =
  | { readonly kind: 'office'; readonly book: PostBook; readonly persons: Persons }
  | {
      readonly kind: 'promise';
      readonly entry: BookEntry;
      readonly office: string;
      readonly persons: Persons;
      readonly today: Day;
    };

/** The size at which messengers and networks show a preview uncut. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
/** Light in both themes: a picture is shown on other people's pages. */
const INK = '#1f2328';
const SOFT = '#5d656f';
const PAPER = '#fbfaf7';
const BANDS = ['#f2efe7', '#e8e3d7'] as const;
const COLOURS: Record<Status, string> = {
  notRated: '#5f6670',
  unrateable: '#5f6670',
  inProgress: '#2b63a8',
  stalled: '#8a5108',
  kept: '#17705f',
  partlyKept: '#17705f',
  broken: '#8a2d3b',
};
const FONT = 'system-ui, "Noto Sans", sans-serif';

type Canvas = CanvasRenderingContext2D;

function write(
  c: Canvas,
  text: string,
  x: number,
  y: number,
  size: number,
  style = INK,
  weight = 400,
) {
  c.font = `${weight} ${size}px ${FONT}`;
  c.fillStyle = style;
  c.fillText(text, x, y);
}

/** Words into lines no wider than the room; the last line that fits ends in «…» when words are left. */
function wrapped(c: Canvas, text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (c.measureText(next).width <= width) line = next;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

function paragraph(c: Canvas, text: string, y: number, size: number, most: number): number {
  c.font = `650 ${size}px ${FONT}`;
  const lines = wrapped(c, text, WIDTH - 2 * MARGIN, most);
  lines.forEach((line, at) => write(c, line, MARGIN, y + at * size * 1.25, size, INK, 650));
  return y + lines.length * size * 1.25;
}

function foot(c: Canvas, text: string, lang: Lang) {
  write(c, text, MARGIN, HEIGHT - 36, 22, SOFT);
  c.textAlign = 'right';
  write(c, strings(lang).common.product, WIDTH - MARGIN, HEIGHT - 36, 26, INK, 650);
  c.textAlign = 'left';
}

function drawPromise(c: Canvas, of: Extract<SharedPicture, { kind: 'promise' }>, lang: Lang) {
  const { entry, office, persons, today } = of;
  const { promise, status } = entry;
  const words = strings(lang);
  const person = persons.get(promise.personId ?? '');
  const who = person === undefined ? words.card.fromUnnamed : nameIn(person, lang);
  const said = promise.saidOn === null ? who : `${who}, ${dateInWords(lang, promise.saidOn)}`;
  let y = paragraph(c, textIn(promise.text, lang).text, 120, 48, 5) + 16;
  for (const line of [said, office]) {
    write(c, line, MARGIN, y, 28, SOFT);
    y += 40;
  }
  if (promise.dueOn !== null) {
    write(c, `${words.ledger.columns.due}: ${dateOfTerm(lang, promise.dueOn)}`, MARGIN, y, 28);
    y += 40;
  }
  const colour = COLOURS[status.status];
  write(c, words.common.status[status.status], MARGIN, y + 14, 34, colour, 650);
  const source = words.pages.share.source(hostOf(promise.source.url) ?? promise.source.url);
  foot(c, `${source} · ${dateInWords(lang, today)}`, lang);
}

interface Frame {
  readonly x: (percent: number) => number;
  readonly top: number;
  readonly bottom: number;
}

function drawBands(c: Canvas, picture: Picture, persons: Persons, lang: Lang, frame: Frame) {
  for (const band of picture.bands) {
    const left = frame.x(band.left);
    const width = frame.x(band.left + band.width) - left;
    const person = persons.get(band.personId ?? '');
    c.fillStyle = person === undefined ? PAPER : (BANDS[band.isEven ? 1 : 0] ?? PAPER);
    c.fillRect(left, frame.top, width, frame.bottom - frame.top);
    c.fillStyle = SOFT;
    c.fillRect(left, frame.top, 1, frame.bottom - frame.top);
    c.save();
    c.beginPath();
    c.rect(left, frame.top, Math.max(0, width - 4), 34);
    c.clip();
    const name = person === undefined ? '?' : shortNameIn(person, lang);
    write(c, name, left + 8, frame.top + 24, 18, INK, 600);
    c.restore();
  }
}

function stroke(c: Canvas, from: number, to: number, y: number, width: number, dash: number[]) {
  c.lineWidth = width;
  c.setLineDash(dash);
  c.beginPath();
  c.moveTo(from, y);
  c.lineTo(to, y);
  c.stroke();
  c.setLineDash([]);
}

function shape(c: Canvas, points: readonly (readonly [number, number])[], x: number, y: number) {
  c.beginPath();
  points.forEach(([dx, dy], at) =>
    at === 0 ? c.moveTo(x + dx, y + dy) : c.lineTo(x + dx, y + dy),
  );
  c.closePath();
  c.fill();
  c.stroke();
}

function drawLine(c: Canvas, line: Line, y: number, frame: Frame) {
  const { from, to, due, crossings, status } = line;
  const solidTo = due === null ? to : Math.max(from, Math.min(due, to));
  c.strokeStyle = COLOURS[status];
  c.fillStyle = PAPER;
  stroke(c, frame.x(from), frame.x(solidTo), y, 7, []);
  if (to > solidTo) stroke(c, frame.x(solidTo), frame.x(to), y, 3, [3, 5]);
  c.lineWidth = 2.5;
  for (const at of crossings)
    shape(
      c,
      [
        [-5, -9],
        [-5, 9],
        [7, 0],
      ],
      frame.x(at),
      y,
    );
  if (due !== null)
    shape(
      c,
      [
        [0, -8],
        [8, 0],
        [0, 8],
        [-8, 0],
      ],
      frame.x(due),
      y,
    );
  for (const at of [from, to]) {
    c.beginPath();
    c.arc(frame.x(at), y, at === from ? 6 : 9, 0, 2 * Math.PI);
    c.fill();
    c.stroke();
  }
}

/** Lines that fit under each other; the longest-lived are drawn, and how many there are stands in the words above. */
const LINES = 9;
const LINE_HEIGHT = 36;

/** What the picture of an office shows. */
interface OfficeLines {
  readonly all: Picture;
  /** Those that are drawn, in the order of saying. */
  readonly longest: readonly Line[];
  readonly outlived: number;
}

function* officeLines(book: PostBook): Steps<OfficeLines> {
  const all = yield* pictureSteps(book, yield* entriesSteps(book));
  const { open, closed } = yield* outlivedSteps(all.lines.map(({ entry }) => entry));
  const byLife = yield* sorted(
    all.lines,
    (a, b) => b.crossings.length - a.crossings.length || b.to - b.from - (a.to - a.from),
  );
  const longest = byLife.slice(0, LINES).toSorted((a, b) => a.from - b.from);
  return { all, longest, outlived: open.length + closed.length };
}

async function drawOffice(c: Canvas, of: Extract<SharedPicture, { kind: 'office' }>, lang: Lang) {
  const { book, persons } = of;
  const words = strings(lang).pages.picture;
  const { all, longest, outlived } = await allInSlices(officeLines(book));
  const y = paragraph(c, textIn(book.post.label, lang).text, 84, 40, 2);
  const told = outlived === 0 ? words.none : words.outlived(outlived, all.lines.length);
  write(c, told, MARGIN, y + 4, 28, SOFT);
  const top = y + 30;
  const labels = 380;
  const room = WIDTH - 2 * MARGIN - labels - 16;
  const frame: Frame = {
    x: (percent) => MARGIN + labels + (percent / 100) * room,
    top,
    bottom: top + 50 + longest.length * LINE_HEIGHT,
  };
  drawBands(c, all, persons, lang, frame);
  longest.forEach((line, at) => {
    const middle = top + 58 + at * LINE_HEIGHT;
    c.font = `400 18px ${FONT}`;
    const [label = ''] = wrapped(c, textIn(line.entry.promise.text, lang).text, labels - 40, 1);
    write(c, label, MARGIN, middle + 6, 18);
    drawLine(c, line, middle, frame);
  });
  foot(c, dateInWords(lang, book.days.today), lang);
}

/** Draws a picture with text and source, 1200 × 630, light, as PNG. */
export async function drawPicture(of: SharedPicture, lang: Lang): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const c = canvas.getContext('2d');
  if (c === null) throw new Error('this browser draws no canvas');
  c.fillStyle = PAPER;
  c.fillRect(0, 0, WIDTH, HEIGHT);
  if (of.kind === 'office') await drawOffice(c, of, lang);
  else drawPromise(c, of, lang);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the canvas gave no picture'));
      else resolve(blob);
    }, 'image/png');
  });
}
