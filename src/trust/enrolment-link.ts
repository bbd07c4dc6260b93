/**
 * An enrolment as a link: `https://…/#enrol=<JWS>`. Behind the `#`, so that no server is sent it. As a QR
 * it is the same link, or the part from `#` on alone. Which host the link names counts for nothing: the
 * signature decides, in enrolment.ts.
 */

/** Characters of a JWS that are looked at at most; a QR holds less than half of it. */
const longest = 8192;

const link = /^(?:https?:\/\/[^\s#]{1,2048})?#enrol=([\w.-]+)$/i;

/** The JWS in a link or a QR text, not believed; null in any other text. */
export function findEnrolment(text: string): string | null {
  const jws = link.exec(text)?.[1];
  return jws !== undefined && jws.length <= longest ? jws : null;
}

/** The link for an app's address; what stood behind its `#` gives way. */
export function writeEnrolmentLink(app: string, jws: string): string {
  const url = new URL(app);
  url.hash = `enrol=${jws}`;
  return url.href;
}
