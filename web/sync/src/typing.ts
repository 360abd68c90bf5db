/** Without another sign for so many milliseconds, nobody types any more. */
export const TYPING_LASTS = 6_000;

/** However fast somebody types. */
export const BETWEEN_SIGNS = 3_000;
