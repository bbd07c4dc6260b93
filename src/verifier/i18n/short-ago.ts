/**
 * How long ago in a glance's words: "40 s temu", "3 min temu". For seconds up to an hour.
 */

/** Makes it for one BCP 47 language. */
export function makeShortAgo(language: string): (seconds: number) => string {
  const format = new Intl.RelativeTimeFormat(language, { style: 'narrow' });
  return (seconds) =>
    seconds < 60
      ? format.format(-Math.round(seconds), 'second')
      : format.format(-Math.floor(seconds / 60), 'minute');
}
