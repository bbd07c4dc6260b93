/**
 * The texts of `--help`, and how the command line says that it was called wrongly.
 */

/** Exit codes of `mleg`: verdicts lie away from 1, which Node itself exits with on a crash. */
export const exitCodes = {
  done: 0,
  rejected: 10,
  undecided: 11,
  unreadable: 12,
  usage: 64,
  feed: 65,
  internal: 70,
} as const;

/** The command line does not fit; its message is for the person who typed it. */
export class UsageError extends Error {}

export const overview = `npm run mleg -- COMMAND …

  world DIR [--seed N]                     make a small world: keys, cards, a signed feed
  card DIR --id ID                         print the QR text of a specimen card
  verify --feed FEED --root FILE [--policy ID] TEXT|-
                                           check one QR text, print one line of JSON
  pack                                     SD-JWT+KB text on stdin to QR text on stdout
  unpack                                   QR text on stdin to SD-JWT+KB text on stdout
  decode FILE…                             read QR codes from pictures with the app's engine
  portrait FILE [--out FILE] [--bytes N]   make a card's portrait (AVIF, 60×80) from a picture
  training FILE                            make the specimens of the app's training (JSON)
  revoke | suspend | restore DIR --id ID   change a card's status and publish the feed

  enrol DIR --app URL [--days N] [--qr FILE.svg|FILE.png] [--language pl|en|uk] [--policy ID]
        [--own FILE.json] [--kiosk on|off] [--return-after 2|3|5] [--fixed]
                                           print a link that sets up devices; --own: the venue's
                                           discounts, --fixed: not to be changed on the device

  feed build DIR                           sign what must be signed and publish the feed
  feed re-sign DIR [--all]                 the same, daily; --all signs every file anew
  feed rotate DIR --role root|manifest|lists|enrolment [--key KID]
                                           give a role of the root a new key
  feed rotate DIR --issuer ISS --service issuance|status [--key KID] [--withdraw]
                                           give an issuer a new key; --withdraw: it was stolen
  feed inspect FEED [--root FILE] [--json] say what a feed holds, and whether it holds
  feed export FEED FILE.zip [--root FILE]  the feed as one file, for devices without network
  feed import FILE.zip FEED --root FILE    check such a file and write it as a folder to serve
  simulate DIR --fault NAME [--port N]     serve DIR with a faulty feed (--list names them)

DIR is a world that "world" made, FEED the folder of a feed (DIR/feed) or such a zip.
Every command takes --at INSTANT (2026-11-23T12:00:00Z, or with an offset) in place of now,
and --help. --policy may stand up to three times; the first decides.

Exit codes: 0 done or accepted, 10 rejected, 11 undecided, 12 unreadable, 64 usage,
65 a feed that does not hold, 70 internal.
`;
