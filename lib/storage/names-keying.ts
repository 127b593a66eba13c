import { KEY_VERSION, keysOfArea, keysOfPerson, keysOfPost } from '@/lib/names/keys';
import type { Keying } from './keying';

/** The keys that the name finder looks up. */
export const NAMES_KEYING: Keying = {
  version: KEY_VERSION,
  keysOf: (named) => {
    switch (named.kind) {
      case 'person':
        return keysOfPerson(named.record);
      case 'area':
        return keysOfArea(named.record);
      case 'post':
        return keysOfPost(named.record);
    }
  },
};
