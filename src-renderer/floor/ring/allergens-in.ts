/** Separated by commas, as anybody writes a list; as long and as many as the contract takes. */
export const allergensIn = (text: string): string[] =>
  text
    .split(/[,;،、，]/)
    .map((word) => word.trim().slice(0, 60))
    .filter(Boolean)
    .slice(0, 30);
