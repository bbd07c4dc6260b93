/**
 * Lists that come as one file, for devices that are never online, and the same file made from what a
 * device has. A bundle is adopted exactly like a download; nothing in it vouches for itself.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { joinRoots } from '../trust/admit-feed.ts';
import { packBundle, unpackBundle } from '../trust/bundle.ts';
import { openRoots } from '../trust/generation.ts';
import {
  type AdoptDependencies,
  type Adopted,
  type AdoptFailure,
  adoptFeed,
  inStorage,
  type StorageFailure,
} from './adopt-feed.ts';

export { mostBundleBytes } from '../trust/bundle.ts';

/** Adopts the feed in a bundle. */
export async function importBundle(
  bundle: Uint8Array,
  dependencies: AdoptDependencies,
): Promise<Result<Adopted, AdoptFailure>> {
  const unpacked = unpackBundle(bundle);
  if (!unpacked.ok) return unpacked;
  const contents = await inStorage(() => dependencies.store.load());
  if (!contents.ok) return contents;
  const roots = joinRoots(contents.value.roots, unpacked.value.roots);
  const opened = await openRoots(dependencies.firstRoot, roots);
  if (!opened.ok) return opened;
  // TUF §5.3.8: a root that holds is kept, whatever becomes of the rest.
  const kept = await inStorage(() => dependencies.store.keepRoots(roots));
  if (!kept.ok) return kept;
  return adoptFeed({ ...unpacked.value, roots }, null, contents.value, dependencies);
}

/** The stored feed as a bundle, with the root that the app was built with. */
export async function exportBundle({
  store,
  firstRoot,
}: Pick<AdoptDependencies, 'store' | 'firstRoot'>): Promise<
  Result<Uint8Array<ArrayBuffer>, StorageFailure | 'lists-missing'>
> {
  const contents = await inStorage(() => store.load());
  if (!contents.ok) return contents;
  const { stored } = contents.value;
  if (!stored) return fail('lists-missing');
  return ok(packBundle({ ...stored.feed, roots: [firstRoot, ...stored.feed.roots] }));
}
