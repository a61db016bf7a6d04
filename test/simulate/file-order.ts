/** An order as a file of past orders tells it. Money in cents: sums over thousands of lines must stay exact. */
export type FileOrder = {
  readonly id: string;
  readonly lines: readonly FileLine[];
};

export type FileLine = {
  readonly name: string;
  readonly quantity: number;
  /** What one piece cost. */
  readonly unitCents: number;
  readonly modifiers: readonly string[];
};

/** What the guest paid, in cents. */
export const orderCents = (order: FileOrder): number =>
  order.lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
