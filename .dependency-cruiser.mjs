/**
 * Who may import whom. Data flows one way: scan → credential → verdict → verifier, and feed → sync →
 * trust → store. A rule that nobody breaks costs nothing; a rule that is missing costs the design.
 */

const allowed = {
  base: [],
  credential: ['base'],
  trust: ['base'],
  verdict: ['base', 'credential', 'trust'],
  scan: ['base'],
  store: ['base', 'trust'],
  sync: ['base', 'trust', 'store'],
  verifier: ['base', 'credential', 'trust', 'verdict', 'scan', 'store', 'sync'],
  'service-worker': ['base'],
  holder: ['base', 'credential'],
  issuer: ['base', 'credential', 'trust'],
  cli: ['base', 'credential', 'trust', 'verdict', 'scan', 'store', 'issuer'],
};

const folders = Object.entries(allowed).map(([folder, others]) => ({
  name: `${folder}-imports-only-${others.join('-') || 'nothing'}`,
  comment: `src/${folder} may import ${others.join(', ') || 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(?:${[folder, ...others].join('|')})/` },
}));

const onlyIn = (name, what, where) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  to: { path: what },
});

export default {
  forbidden: [
    ...folders,
    {
      name: 'no-cycles',
      comment: 'A cycle has no first line to read.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing hides from every other rule.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?(?:url|worker&url)$|^emscripten$' },
    },
    onlyIn('jose-only-in-sign-jws', 'node_modules/jose/', '^src/base/sign-jws\\.ts$'),
    onlyIn('test-tools-only-in-tests', 'node_modules/(?:@sd-jwt|fast-check)/', '^$'),
    onlyIn('stablelib-only-in-sha256', 'node_modules/@stablelib/', '^src/base/sha256\\.ts$'),
    onlyIn('idb-only-in-store', 'node_modules/idb/', '^src/store/'),
    onlyIn('preact-only-in-pages', 'node_modules/(?:preact|@preact)/', '^src/(?:verifier|holder)/'),
    {
      name: 'node-only-in-issuer-and-cli',
      comment: 'Everything else runs in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:issuer|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      conditionNames: ['import', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
