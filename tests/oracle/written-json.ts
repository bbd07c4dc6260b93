/**
 * JSON as it is written, not as it is read: members stand in their order, may stand twice and may
 * have any name. What an honest serializer cannot make, the differential test needs.
 */

/** A member of an object. */
export type Member = readonly [name: string, value: Written];

export interface WrittenObject {
  readonly members: readonly Member[];
}

export type Written = null | boolean | number | string | readonly Written[] | WrittenObject;

export const isWrittenArray = (value: Written): value is readonly Written[] => Array.isArray(value);

export const objectOf = (...members: readonly Member[]): WrittenObject => ({ members });

/** Plain JSON as written JSON. */
export function asWritten(value: unknown): Written {
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== 'object' || value === null) return value as Written;
  return { members: Object.entries(value).map(([name, member]) => [name, asWritten(member)]) };
}

/** JSON text, with a gap after every separator where one is given. */
export function writeJson(value: Written, gap = ''): string {
  if (isWrittenArray(value))
    return `[${value.map((element) => writeJson(element, gap)).join(`,${gap}`)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value.members.map(
    ([name, member]) => `${JSON.stringify(name)}:${gap}${writeJson(member, gap)}`,
  );
  return `{${members.join(`,${gap}`)}}`;
}

/** Written JSON as one Base64url segment. */
export const asSegment = (value: Written, gap = ''): string =>
  Buffer.from(writeJson(value, gap)).toString('base64url');
