import { type WebhookReason, webhookReasons } from '#shared/protocol/webhook-words.ts';

/** What became of one try. `said` is a few words for people: a status, or why there was none. */
export type Posted = { readonly isTaken: boolean; readonly said: string };

/** `quit` breaks it off. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  quit?: AbortSignal,
) => Promise<Posted>;

/** Whoever needs longer is to answer first, and work then; `webhookReasons.silent` says it in words. */
const patienceMs = 10_000;

/** Redirects are not followed: what is signed for one address goes to that one. What is answered is not read. */
export const postEvent: Post = async (url, headers, body, quit) => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Kitchen-Pass' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), ...(quit ? [quit] : [])]),
    });
    await answer.body?.cancel();
    return { isTaken: answer.ok, said: `answered ${answer.status}` };
  } catch (error) {
    return { isTaken: false, said: reasonOf(error) };
  }
};

const reasons: Readonly<Record<string, WebhookReason>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'cut',
  ENOTFOUND: 'noName',
  EAI_AGAIN: 'lookup',
  EHOSTUNREACH: 'noWay',
  ENETUNREACH: 'noWay',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unsigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'unsigned',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unsigned',
  CERT_HAS_EXPIRED: 'expired',
};

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return webhookReasons[name === 'TimeoutError' ? 'silent' : (reasons[cause?.code ?? ''] ?? 'none')];
}
