/**
 * Files between the app and the person: one offered for saving, one dropped on the page. Choosing a
 * file is a screen's own control.
 */

/** Lets the browser save bytes under a name. */
export function offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Takes files that are dropped anywhere on the page; without this the browser would open them. */
export function acceptDrops(take: (file: Blob) => void): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  });
}
