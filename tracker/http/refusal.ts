import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Parsed } from '@/lib/wire/parse';

/** A request that is refused: its code is stable, its message is for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  /** Seconds until it may be tried again. */
  readonly retryAfterS: number | null;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    retryAfterS: number | null = null,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterS = retryAfterS;
  }
}

/** The value, or a 400 that names the field. */
export function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  const field = parsed.field === '' ? 'the body' : parsed.field;
  throw new Refusal(400, 'field', `${field}: expected ${parsed.expected}`);
}

/** A 422 for what is well-formed but cannot be. */
export function impossible(field: string, expected: string): Refusal {
  return new Refusal(422, 'value', `${field}: expected ${expected}`);
}
