/** What a package for the stores must have and a build for oneself need not: looked at by `npm run zip -- --release`. */

/** A name that nobody can own (RFC 2606), or one of this machine. */
const NOBODYS = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;
/** Mozilla's two forms: like an address of mail, or a GUID. */
const MAIL_ID = /^[a-z0-9._-]*@([a-z0-9._-]+)$/i;
const GUID = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/i;
const GECKO_ID_MOST = 80;
/** A public key of Ed25519, as `npm run tracker -- keys` prints it. */
const KEY_BYTES = 32;
/** Current and next: with one alone a lost key cuts off everybody who has the extension. */
const KEYS_LEAST = 2;

function trackerFaults(tracker) {
  const url = URL.canParse(tracker) ? new URL(tracker) : null;
  if (url === null || url.protocol !== 'https:' || url.origin !== tracker)
    return ['tracker must be an https origin without a path'];
  return NOBODYS.test(url.hostname) ? [`tracker ${url.hostname} is a stand-in`] : [];
}

function keyFaults(keys) {
  const faults = keys
    .filter(({ public: key }) => Buffer.from(key ?? '', 'base64').length !== KEY_BYTES)
    .map(({ kid }) => `key ${kid} is not ${KEY_BYTES} bytes in base64`);
  const [kids, publics] = ['kid', 'public'].map((part) => new Set(keys.map((key) => key[part])));
  if (Math.min(kids.size, publics.size) < KEYS_LEAST)
    faults.push(`keys must be ${KEYS_LEAST} that differ, the current and the next`);
  return faults;
}

function geckoIdFaults(id) {
  const host = MAIL_ID.exec(id)?.[1];
  if (id.length > GECKO_ID_MOST || (host === undefined && !GUID.test(id)))
    return ['geckoId must be like name@host or a GUID in braces'];
  return host !== undefined && NOBODYS.test(host) ? [`geckoId ${id} is a stand-in`] : [];
}

/** One sentence for each thing of `release.json`, the version and the changelog that keeps a build from the stores. */
export function releaseFaults({ tracker, keys, geckoId }, version, changelog) {
  // A section that says when, not one that says «not released».
  const isTold = changelog
    .split('\n')
    .some((line) => line.startsWith(`## ${version}, `) && /\d{4}-\d{2}-\d{2}$/.test(line));
  return [
    ...trackerFaults(tracker),
    ...keyFaults(keys),
    ...geckoIdFaults(geckoId),
    ...(isTold ? [] : [`CHANGELOG.md has no section "## ${version}, YYYY-MM-DD"`]),
  ];
}
