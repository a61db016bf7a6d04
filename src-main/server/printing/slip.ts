/** What stands on a slip, before anybody knows how wide the paper is or which letters its printer has. */
export type Slip = { readonly lines: readonly SlipLine[] };

export type SlipLine =
  | SlipText
  /** A rule across the paper. */
  | { readonly rule: 'thin' | 'thick' }
  /** An amount at the right edge, beside what it is for. */
  | { readonly left: string; readonly right: string; readonly isStrong?: boolean };

export type SlipText = {
  readonly text: string;
  /** `tall`: as wide as ever and twice as high; `big`: twice as wide as well. */
  readonly size?: 'tall' | 'big';
  readonly isStrong?: boolean;
  /** White on black: what must not be missed. */
  readonly isInverse?: boolean;
  readonly isCentred?: boolean;
  /** So many characters in from the left, also where it goes on in the next line. */
  readonly indent?: number;
};

export const thin: SlipLine = { rule: 'thin' };
export const thick: SlipLine = { rule: 'thick' };
