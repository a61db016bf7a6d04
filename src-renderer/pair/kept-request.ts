const storedAs = 'kitchen-pass.pair-request';

/** What this tab has asked the manager. Whoever has its `secret` is let in with it, so it goes when it is answered. */
export type PairRequest = { readonly secret: string; readonly name: string; readonly code: string };

/** Where it is kept over a reload ([PAI3]). */
export interface KeptRequest {
  /** `agoMs`: how long ago it was asked, by the computer's clock. */
  read(): { readonly request: PairRequest; readonly agoMs: number } | undefined;
  keep(request: PairRequest): void;
  forget(): void;
}

/** In the tab's own storage, which no other tab sees and which ends with it. A locked one keeps nothing. */
export const keptInTab: KeptRequest = {
  read: () =>
    unlessLocked(() => {
      const { request, atMs } = JSON.parse(sessionStorage.getItem(storedAs) ?? '{}');
      return request?.secret ? { request, agoMs: Date.now() - atMs } : undefined;
    }),
  keep: (request) => {
    unlessLocked(() => sessionStorage.setItem(storedAs, JSON.stringify({ request, atMs: Date.now() })));
  },
  forget: () => {
    unlessLocked(() => sessionStorage.removeItem(storedAs));
  },
};

function unlessLocked<Found>(use: () => Found): Found | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
