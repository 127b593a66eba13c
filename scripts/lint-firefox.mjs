/** Mozilla's linter over the built Firefox extension; a warning is let through only with its reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { binOf, ROOT, runTool } from './prepare.mjs';

const BUILD = path.join(ROOT, '.output', 'firefox-mv3');

/**
 * Warnings that come from libraries. `holds` must be found in the file that is warned of, `atMost` is how often the
 * library does it in one file: one more would be ours.
 */
const EXPLAINED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    holds: /dangerouslySetInnerHTML/,
    atMost: 2,
    why: 'React DOM sets innerHTML for dangerouslySetInnerHTML and to make <script>; we use neither',
  },
];

function reasonFor(warning, seen) {
  const known = EXPLAINED.find(({ code }) => code === warning.code);
  if (known === undefined) return null;
  if (!known.holds.test(readFileSync(path.join(BUILD, warning.file), 'utf8'))) return null;
  const count = (seen.get(warning.file) ?? 0) + 1;
  seen.set(warning.file, count);
  return count <= known.atMost ? known.why : null;
}

/** Runs `web-ext lint`; answers how many findings have no reason, and a line for each finding. */
export async function lintFirefox() {
  let text = '';
  await runTool(binOf('web-ext'), ['lint', '--source-dir', BUILD, '--output', 'json'], {
    onOutput: (piece) => {
      text += piece;
    },
  });
  const { errors, notices, warnings } = JSON.parse(text);
  const seen = new Map();
  let unexplained = 0;
  const lines = [...errors, ...notices, ...warnings].map((finding) => {
    const why = finding._type === 'warning' ? reasonFor(finding, seen) : null;
    if (why === null) unexplained++;
    return `${finding._type} ${finding.code} in ${finding.file}: ${why ?? `${finding.message} — NOT EXPLAINED`}`;
  });
  lines.push(`web-ext lint: ${lines.length} findings, ${unexplained} of them unexplained.`);
  return { unexplained, lines };
}
