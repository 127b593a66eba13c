import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { STORE_SCENES } from '../../faults/device-store';
import { TIME_SCENES } from '../../faults/device-times';

/** `npm run faults -- device` plays the same in Chromium, and kills the browser besides. */
describe('a device gone wrong', () => {
  test.each([...STORE_SCENES, ...TIME_SCENES].map((scene) => [scene.injected, scene] as const))(
    '%s',
    async (_, { play }) => {
      const { seen, isRight, control, isControlWrong } = await play();
      expect({ seen, isRight }).toEqual({ seen, isRight: true });
      // Without the defence it must come out wrong, else nothing was tried.
      expect({ control, isControlWrong }).toEqual({ control, isControlWrong: true });
    },
  );
});
