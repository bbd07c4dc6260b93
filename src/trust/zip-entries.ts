/**
 * Reading a zip that nobody vouches for (PKWARE APPNOTE 6.3.10), by its central directory. What makes
 * a zip ambiguous or endless is refused: zip64, encryption, several disks, other methods than stored and
 * deflated, a name that differs between directory and entry. An entry is inflated only when it is asked
 * for, and never past its limit. Checksums are left unread: each byte that counts is hashed or signed.
 */
import { decodeUtf8 } from '../base/bytes.ts';
import { inflateRaw } from '../base/inflate.ts';
import { fail, ok, type Result } from '../base/result.ts';

export type ZipFailure = 'feed-malformed' | 'feed-truncated' | 'feed-too-large';

/** One entry as the directory describes it; `name` is null where it is no UTF-8. */
export interface ZipEntry {
  readonly name: string | null;
  /** Bytes that it claims to hold once inflated. */
  readonly size: number;
  /** Its bytes; `feed-too-large` when they are more than `limit`. */
  read(limit: number): Result<Uint8Array, ZipFailure>;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const lengths = { local: 30, central: 46, end: 22 } as const;
/** §4.4.4: encrypted, strongly encrypted, directory encrypted. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const methods = { stored: 0, deflated: 8 } as const;
const longestComment = 0xffff;
/** §4.4.1.4: the true number stands in a zip64 record. */
const elsewhere = { short: 0xffff, long: 0xffffffff } as const;

/** The directory of a zip with at most `mostEntries` entries; nothing is inflated yet. */
export function readZipEntries(
  zip: Uint8Array,
  mostEntries: number,
): Result<readonly ZipEntry[], ZipFailure> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === null) {
    const isBegun = zip.length >= lengths.local && view.getUint32(0, true) === signatures.local;
    return fail(isBegun ? 'feed-truncated' : 'feed-malformed');
  }
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  const isZip64 = count === elsewhere.short || [size, start].includes(elsewhere.long);
  if (!isOneDisk || isZip64 || start + size !== end) return fail('feed-malformed');
  if (count > mostEntries) return fail('feed-too-large');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let left = count; left > 0; left--) {
    if (at + lengths.central > end) return fail('feed-malformed');
    const next =
      at +
      lengths.central +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    const entry = next <= end ? readEntry(zip, view, at, start) : null;
    if (!entry) return fail('feed-malformed');
    entries.push(entry);
    at = next;
  }
  return at === end ? ok(entries) : fail('feed-malformed');
}

/** Where the end record stands (§4.3.16): nothing but its own comment follows it. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - lengths.end;
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === signatures.end && view.getUint16(at + 20, true) === last - at)
      return at;
  return null;
}

/** One record of the directory (§4.3.12); null where it does not fit. */
function readEntry(
  zip: Uint8Array,
  view: DataView,
  at: number,
  directory: number,
): ZipEntry | null {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const disk = view.getUint16(at + 34, true);
  const local = view.getUint32(at + 42, true);
  const isKnown = method === methods.stored || method === methods.deflated;
  if (view.getUint32(at, true) !== signatures.central || disk !== 0) return null;
  if ((flags & encryptedFlags) !== 0 || !isKnown) return null;
  if ([packed, size, local].includes(elsewhere.long)) return null;
  const nameBytes = zip.subarray(
    at + lengths.central,
    at + lengths.central + view.getUint16(at + 28, true),
  );
  const name = decodeUtf8(nameBytes);
  const read = (limit: number): Result<Uint8Array, ZipFailure> => {
    // The claim is compared before anything is set aside for it, the truth while inflating.
    if (size > limit) return fail('feed-too-large');
    const data = findData(zip, view, local, directory, name);
    if (data === null || data + packed > directory) return fail('feed-malformed');
    const stream = zip.subarray(data, data + packed);
    if (method === methods.stored) return packed === size ? ok(stream) : fail('feed-malformed');
    const inflated = inflateRaw(stream, size);
    return inflated.ok && inflated.value.length === size ? inflated : fail('feed-malformed');
  };
  return { name, size, read };
}

/** Where an entry's bytes begin, behind its local header (§4.3.7); null where that does not fit. */
function findData(
  zip: Uint8Array,
  view: DataView,
  local: number,
  directory: number,
  name: string | null,
): number | null {
  if (local + lengths.local > directory) return null;
  const nameLength = view.getUint16(local + 26, true);
  const extraLength = view.getUint16(local + 28, true);
  const nameAt = local + lengths.local;
  const ownName = decodeUtf8(zip.subarray(nameAt, nameAt + nameLength));
  const fits = view.getUint32(local, true) === signatures.local && ownName === name;
  return fits ? nameAt + nameLength + extraLength : null;
}
