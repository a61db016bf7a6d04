/** What was typed in Arabic figures, in those that programs read. */
export const westernFigures = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
