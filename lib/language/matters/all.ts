import { DEED_MATTERS } from './deeds';
import { LAND_MATTERS } from './land';
import { PEOPLE_MATTERS } from './people';
import { ROAD_MATTERS } from './roads';
import { UTILITY_MATTERS } from './utilities';

/** Every row of the spheres. A row of an id that the concepts know already adds words to it. */
export const MATTERS = [
  ...ROAD_MATTERS,
  ...UTILITY_MATTERS,
  ...PEOPLE_MATTERS,
  ...LAND_MATTERS,
  ...DEED_MATTERS,
] as const;
