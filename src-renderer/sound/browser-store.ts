import type { TextStore } from './chime-memory.ts';

/** A place in this browser that survives a reload; where there is none it forgets, and never throws. */
export function browserStore(name: string): TextStore {
  const key = `kitchen-pass.${name}`;
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Full or locked: until the page is left, it is known all the same.
      }
    },
  };
}
