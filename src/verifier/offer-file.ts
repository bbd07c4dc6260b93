/**
 * A file that the app has for the person. What the person has for the app comes in elsewhere.
 */

/** Lets the browser save bytes under a name; `type` is their media type. */
export function offerFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
