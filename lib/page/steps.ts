/** Elements looked at in one step: to stop costs more than to look at one. */
export const A_STEP = 32;
