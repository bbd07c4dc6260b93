/**
 * The response headers (response-headers.ts) in the words of the servers that carry the app: one
 * configuration for each, to be put where the header of each says. Feeds have rules of their own:
 * issuer/README.md.
 */
import { feedFileType, responseHeaders } from './response-headers.ts';

const headers = Object.entries(responseHeaders);

/** No value holds one: a quote would end a value in the middle. */
const quote = (value: string): string => {
  if (/["\\\n]/.test(value)) throw new Error('a header that cannot be quoted');
  return `"${value}"`;
};

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** Configurations by file name. */
export const hostHeaders: Readonly<Record<string, string>> = {
  // Netlify, Cloudflare Pages: this file lies among the app's own.
  _headers: lines(
    '/*.jwt',
    `  Content-Type: ${feedFileType}`,
    '/*',
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ),
  'nginx.conf': lines(
    '# Included in the server or location block of the app. A location with an add_header of its own',
    '# inherits none of these.',
    ...headers.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
  ),
  Caddyfile: lines(
    '# Imported in the site block of the app.',
    'header {',
    ...headers.map(([name, value]) => `\t${name} ${quote(value)}`),
    '}',
    `header *.jwt Content-Type ${feedFileType}`,
  ),
  '.htaccess': lines(
    '# Apache with mod_headers: beside index.html.',
    ...headers.map(([name, value]) => `Header always set ${name} ${quote(value)}`),
    `AddType ${feedFileType} .jwt`,
  ),
  'vercel.json': asJson({
    headers: [
      { source: '/(.*)', headers: headers.map(([key, value]) => ({ key, value })) },
      { source: '/(.*).jwt', headers: [{ key: 'Content-Type', value: feedFileType }] },
    ],
  }),
  'firebase.json': asJson({
    hosting: {
      public: 'dist',
      headers: [
        { source: '**', headers: headers.map(([key, value]) => ({ key, value })) },
        { source: '**/*.jwt', headers: [{ key: 'Content-Type', value: feedFileType }] },
      ],
    },
  }),
};

function asJson(value: unknown): string {
  return lines(JSON.stringify(value, null, 2));
}
