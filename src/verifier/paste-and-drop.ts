/**
 * What is pasted or dropped anywhere on the page: pictures, lists, and the text of a code. Text pasted
 * into a field belongs to the field. What becomes of it all is the actions' business.
 */
import { type FileKind, tellFileKind } from './file-kind.ts';
import type { AppActions, InputSource } from './models/app-state.ts';

type Takers = Pick<AppActions, 'checkText' | 'readPicture' | 'importLists' | 'refuseInput'>;

/** Listens from now on; without this the browser would open what is dropped in place of the app. */
export function acceptPasteAndDrop(page: Document, takers: Takers): void {
  page.addEventListener('dragover', (event) => event.preventDefault());
  page.addEventListener('drop', (event) => {
    // A text dropped into a field belongs to the field, too.
    if (isField(event.target) && !event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer, 'drop', takers);
  });
  page.addEventListener('paste', (event) => {
    if (isField(event.target) && !event.clipboardData?.files.length) return;
    if (take(event.clipboardData, 'paste', takers)) event.preventDefault();
  });
}

/** Takes a file before a text: a copied picture brings its address along. */
function take(data: DataTransfer | null, source: InputSource, takers: Takers): boolean {
  const [file] = data?.files ?? [];
  // Whoever copies a text often takes the end of its line along.
  const text = data?.getData('text/plain').replace(/[\r\n]+$/, '') ?? '';
  if (file) void takeFile(file, source, takers);
  else if (text !== '') takers.checkText(text, source);
  return file !== undefined || text !== '';
}

async function takeFile(file: File, source: InputSource, takers: Takers): Promise<void> {
  // A folder, or a file that is gone, cannot be read at all.
  const kind: FileKind = await tellFileKind(file).catch(() => 'unknown');
  if (kind === 'lists') takers.importLists(file);
  else if (kind === 'picture') takers.readPicture(file, source);
  else takers.refuseInput('file-unknown');
}

/** A field that people see; the one in which keyboard scanners are caught is hidden. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([aria-hidden]), textarea');
