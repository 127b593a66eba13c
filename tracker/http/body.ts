import type { Context } from 'hono';
import { BODY_BYTES_MAX, BODY_DEPTH_MAX } from '@/lib/wire/clips';
import { Refusal } from './refusal';

const tooLarge = () =>
  new Refusal(413, 'tooLarge', `the body: expected at most ${BODY_BYTES_MAX} bytes`);

async function readBytes(c: Context): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The length that was announced is not believed: reading stops at the limit.
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > BODY_BYTES_MAX) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** True when brackets are nested deeper than the cap; strings are skipped. Runs before JSON.parse. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > BODY_DEPTH_MAX) return true;
  }
  return false;
}

/** The JSON of a request: up to 64 KiB, valid UTF-8, not nested too deep. */
export async function readJson(c: Context): Promise<unknown> {
  return parsed(await readBytes(c));
}

/**
 * The same, where a body may be missing: then null. Over a socket a POST without a body has an empty stream,
 * not none.
 */
export async function readJsonIfAny(c: Context): Promise<unknown> {
  const bytes = await readBytes(c);
  return bytes.length === 0 ? null : parsed(bytes);
}

function parsed(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'encoding', 'the body: expected UTF-8');
  }
  if (isTooDeep(text)) {
    throw new Refusal(400, 'depth', `the body: expected at most ${BODY_DEPTH_MAX} levels`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'json', 'the body: expected JSON');
  }
}
