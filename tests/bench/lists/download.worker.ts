/**
 * What no synchronisation can leave out: the feed's bytes fetched, as many files at once as the app
 * does, and hashed. Nothing is verified, kept or handed to the page.
 */

/** What the worker is asked for: files' addresses. */
export type DownloadRequest = readonly string[];
/** Said when it is ready, and with the count of bytes when all is done. */
export type DownloadAnswer = 'ready' | number;

/** As many as src/sync/fetch-feed.ts asks for at once. */
const atOnce = 6;

async function download(addresses: DownloadRequest): Promise<number> {
  const queue = addresses.values();
  let bytes = 0;
  const work = async (): Promise<void> => {
    for (const address of queue) {
      const response = await fetch(address, { cache: 'no-store' });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      const body = await response.arrayBuffer();
      await crypto.subtle.digest('SHA-256', body);
      bytes += body.byteLength;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return bytes;
}

self.addEventListener('message', ({ data }: MessageEvent<DownloadRequest>) => {
  void download(data).then((bytes) => self.postMessage(bytes));
});
self.postMessage('ready');
