import { addHash, rowHash, sumHex } from '@/lib/wire/digest';

/** Names in parsed JSON that is believed. */
interface Believed {
  readonly path: string;
  readonly rev: number;
}

/**
 * The control: a reader as such readers are commonly written. It believes every answer of 200 that parses,
 * looks at no signature and no hash. Null where it gave up.
 */
export async function naiveRows(
  get: typeof fetch,
  base: string,
): Promise<{ readonly rev: number; readonly n: number; readonly sum64: string } | null> {
  const text = async (path: string) => {
    const response = await get(base + path);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  };
  try {
    const { body } = JSON.parse(await text('head.json')) as { body: string };
    const head = JSON.parse(body) as Believed & { manifest: Believed };
    const manifest = JSON.parse(await text(head.manifest.path)) as {
      snapshot: { parts: Believed[] } | null;
      segments: Believed[];
    };
    const rows = new Map<string, string>();
    for (const { path } of [...(manifest.snapshot?.parts ?? []), ...manifest.segments]) {
      for (const line of (await text(path)).split('\n').slice(0, -1)) {
        const { t, id, x } = JSON.parse(line) as { t: string; id: string; x?: 1 };
        if (x === 1) rows.delete(`${t}/${id}`);
        else rows.set(`${t}/${id}`, line);
      }
    }
    const sum = [...rows.values()].reduce((all, line) => addHash(all, rowHash(line)), 0n);
    return { rev: head.rev, n: rows.size, sum64: sumHex(sum) };
  } catch {
    // Whatever broke: this reader shows nothing new, as the sound one does.
    return null;
  }
}
