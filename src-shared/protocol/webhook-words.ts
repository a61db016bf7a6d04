/** Why an address has not taken an event, in the server's words; pages say them in their own language. */
export const webhookReasons = {
  refused: 'nobody listens there',
  cut: 'the connection was cut',
  noName: 'no such name',
  lookup: 'the name could not be looked up',
  noWay: 'no way there',
  unsigned: 'its certificate is signed by nobody we know',
  expired: 'its certificate has expired',
  silent: 'no answer in 10 s',
  none: 'no connection',
  gone: 'no longer in the log',
} as const;

export type WebhookReason = keyof typeof webhookReasons;

/** More programs no restaurant has. */
export const mostWebhooks = 20;
