/** So long may a plate wait before it is said louder, and in red ([PUP2]). */
export const waitsTooLongMs = 120_000;
