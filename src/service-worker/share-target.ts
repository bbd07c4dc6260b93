/**
 * The share target (Web Share Target): other apps send a picture or a text as a form, and the answer
 * opens the app. What came is kept in memory, never stored, until the opened page takes it; the newest
 * share displaces an older one. `share-inbox.ts` of the verifier is the other side.
 */

type SharedThing = { readonly picture: Blob } | { readonly text: string };

let kept: { readonly id: string; readonly thing: SharedThing } | null = null;

/** Whether a request is a share. */
export const isShare = ({ method, url }: Request, scope: string): boolean =>
  method === 'POST' && new URL(url).pathname === new URL('share', scope).pathname;

/** Keeps what was shared and sends the browser on to the app. */
export async function receiveShare(request: Request, scope: string): Promise<Response> {
  const id = crypto.randomUUID();
  const thing = await readShare(request);
  kept = thing && { id, thing };
  // Behind the hash the number reaches no server, and the precached page is found without it.
  return Response.redirect(`${scope}#share=${id}`, 303);
}

/** Gives what was kept under a number, once; null when it is not there. */
export function takeKept(id: unknown): SharedThing | null {
  if (kept?.id !== id) return null;
  const thing = kept?.thing ?? null;
  kept = null;
  return thing;
}

async function readShare(request: Request): Promise<SharedThing | null> {
  const form = await request.formData().catch(() => null);
  const picture = form?.get('picture');
  if (picture instanceof Blob && picture.size > 0) return { picture };
  // Apps disagree on where a text belongs.
  const text = ['text', 'url', 'title']
    .map((field) => form?.get(field))
    .find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof text === 'string' ? { text: text.trim() } : null;
}
