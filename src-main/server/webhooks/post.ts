/** What became of one try. `said` is a few words for people: a status, or why there was none. */
export type Posted = { readonly isTaken: boolean; readonly said: string };

export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Posted>;

/** Whoever needs longer is to answer first, and work then. */
const patienceMs = 10_000;

/** Redirects are not followed: what is signed for one address goes to that one. What is answered is not read. */
export const postEvent: Post = async (url, headers, body) => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Kitchen-Pass' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return { isTaken: answer.ok, said: `answered ${answer.status}` };
  } catch (error) {
    return { isTaken: false, said: reasonOf(error) };
  }
};

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'no such name',
  EAI_AGAIN: 'the name could not be looked up',
  EHOSTUNREACH: 'no way there',
  ENETUNREACH: 'no way there',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody we know',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return `no answer in ${patienceMs / 1000} s`;
  return words[cause?.code ?? ''] ?? 'no connection';
}
