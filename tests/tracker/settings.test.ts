import { describe, expect, it } from 'vitest';
import { digestUrlOf, portOf, verdictsByTwoOf } from '@/tracker/commands/settings';
import { OperatorError } from '@/tracker/store/sql';

describe('settings', () => {
  it('a verdict needs one editor unless two are asked for', () => {
    expect(verdictsByTwoOf({})).toBe(false);
    expect(verdictsByTwoOf({ UADE_VERDICTS_BY: '1' })).toBe(false);
    expect(verdictsByTwoOf({ UADE_VERDICTS_BY: '2' })).toBe(true);
  });

  it.each(['0', '3', 'two', 'true', ' 2'])('a number of editors that is %j is refused', (text) => {
    expect(() => verdictsByTwoOf({ UADE_VERDICTS_BY: text })).toThrow(OperatorError);
  });

  it('a port is a whole number that there is; the option goes before the variable', () => {
    expect(portOf(undefined, {})).toBeUndefined();
    expect(portOf(undefined, { UADE_PORT: '9000' })).toBe(9_000);
    expect(portOf('0', { UADE_PORT: 'x' })).toBe(0);
    expect(portOf('65535', {})).toBe(65_535);
    expect(() => portOf(undefined, { UADE_PORT: '99999' })).toThrow('UADE_PORT');
  });

  it.each(['-1', '65536', '1.5', 'x', 'Infinity'])('a port that is %j is refused', (text) => {
    expect(() => portOf(text, {})).toThrow(OperatorError);
  });

  it('the digest goes nowhere unless an address is given', () => {
    expect(digestUrlOf({})).toBeNull();
    expect(digestUrlOf({ UADE_DIGEST_TO: '' })).toBeNull();
    expect(digestUrlOf({ UADE_DIGEST_TO: 'https://chat.test/x' })).toBe('https://chat.test/x');
  });

  it.each(['chat.test/secret', 'ftp://chat.test/secret', 'https://secret bad'])(
    'what is no web address is refused, and not repeated: %s',
    (text) => {
      let said = '';
      try {
        digestUrlOf({ UADE_DIGEST_TO: text });
      } catch (error) {
        said = error instanceof OperatorError ? error.message : '';
      }
      expect(said).toContain('UADE_DIGEST_TO');
      expect(said).not.toContain('secret');
    },
  );
});
