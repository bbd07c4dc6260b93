/**
 * The lists under which mutants are checked, made by hand in memory: one university, one key, one
 * status list, all in force. A made-up world on the disk would need vitest and half a second; the
 * long run has neither.
 */
import type { PrivateJwk } from '../../src/base/jws.ts';
import { publicHalf } from '../../src/issuer/keys.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { statusListKey } from '../../src/trust/status-list.ts';
import type { CheckContext } from '../../src/verdict/check.ts';
import { shownAt } from '../fixtures/hand-made-card.ts';
import { studentPolicy as policy } from '../fixtures/student-policy.ts';

const iss = 'https://legitymacje.akademia-okazowa.example';
const uri = `${iss}/status/1`;
const week = 7 * 86_400;

/** Lists that trust one issuer key for student and pupil cards of one school. */
export const makeGeneration = (issuer: PrivateJwk): Generation => ({
  root: {
    version: 1,
    exp: shownAt + week,
    specimen: true,
    keys: new Map(),
    roles: {
      root: { keyIds: [], threshold: 1 },
      manifest: { keyIds: [], threshold: 1 },
      lists: { keyIds: [], threshold: 1 },
      enrolment: { keyIds: [], threshold: 1 },
    },
  },
  manifest: { version: 1, iat: shownAt - 60, exp: shownAt + week, ttl: 86_400, files: [] },
  trustList: {
    sequenceNumber: 1,
    iat: shownAt - 60,
    exp: shownAt + week,
    issuers: new Map([
      [
        iss,
        {
          iss,
          issuanceKeys: new Map([
            [
              'okaz-a1',
              {
                key: publicHalf(issuer),
                withdrawn: false,
                from: shownAt - 10 * week,
                until: null,
                attests: new Map([
                  [
                    'OKAZ-1',
                    {
                      name: 'Akademia Okazowa',
                      vct: new Set(['urn:mlegitymacja:student:1', 'urn:mlegitymacja:pupil:1']),
                    },
                  ],
                ]),
              },
            ],
          ]),
          statusKeys: new Map(),
        },
      ],
    ]),
  },
  policies: {
    version: 1,
    iat: shownAt - 60,
    exp: shownAt + week,
    ttl: 86_400,
    policies: [policy],
    extensions: [],
    codeWindow: { early: 10, late: 30 },
    minAppVersion: null,
    freshness: null,
  },
  signers: { manifest: '', trustList: '', policies: '' },
  statusLists: new Map([
    [
      statusListKey(iss, uri),
      {
        uri,
        iss,
        iat: shownAt - 60,
        exp: shownAt + week,
        bits: 2 as const,
        bytes: new Uint8Array(1024),
        sha256: '',
        signer: '',
      },
    ],
  ]),
});

/** What a check of a mutant depends on. No memory of replays: originals come again and again. */
export const contextOf = (generation: Generation | null): CheckContext => ({
  generation,
  now: shownAt * 1000,
  buildTime: null,
  lastSeen: null,
  policies: [policy.id],
  replay: null,
  specimen: true,
});
