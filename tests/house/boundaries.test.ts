import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)

/** The line in which server features stand: each may import those before it. biome.json writes it out. */
const features = ['accounts', 'units', 'catalogue', 'papers', 'documents', 'dossiers', 'counter', 'reports', 'pages']

/** A file of the project that imports `specifier`. */
type Import = readonly [file: string, specifier: string]

const forbidden: Import[] = [
  ['shared/dossiers/x.ts', '#db/schema/dossiers.ts'],
  ['shared/dossiers/x.ts', '#server/config.ts'],
  ['shared/dossiers/x.ts', '#web/src/lib/http.ts'],
  ['shared/dossiers/x.ts', '../../db/schema/dossiers.ts'],
  ['shared/x.ts', '../server/config.ts'],
  ['shared/dossiers/x.ts', 'node:fs'],
  ['shared/dossiers/x.ts', 'node:fs/promises'],
  ['shared/dossiers/x.ts', 'pg'],
  ['shared/dossiers/x.ts', '@fastify/cookie'],
  ['shared/dossiers/x.test.ts', 'pg'],
  ['db/schema/x.ts', '#server/platform/db.ts'],
  ['db/schema/x.ts', '#web/src/lib/http.ts'],
  ['db/x.ts', '../server/config.ts'],
  ['server/x.ts', '#web/pages/find.tsx'],
  ['server/accounts/x.ts', '#web/src/lib/format.ts'],
  ['server/pages/x.tsx', '#web/src/lib/format.ts'],
  ['server/accounts/x.ts', '../../shared/accounts/policy.ts'],
  ['server/platform/x.ts', '../../db/schema/outbox.ts'],
  ['server/dossiers/submit-x.ts', './routes.ts'],
  ['server/counter/claim-x.ts', '../dossiers/routes.ts'],
  ['server/counter/claim-x.ts', '#server/dossiers/routes.ts'],
  ['server/reports/x.ts', '../pages/routes.tsx'],
  ['server/counter/claim-x.ts', '../dossiers/officer-routes.ts'],
  ['server/embedded/x.ts', '#server/config.ts'],
  ['server/embedded/x.ts', '../config.ts'],
  ['server/embedded/x.ts', '#db/migrate.ts'],
  ['web/src/lib/x.ts', '#server/config.ts'],
  ['web/src/lib/x.ts', '#db/schema/dossiers.ts'],
  ['web/src/lib/x.ts', 'node:path'],
  ['web/pages/x.tsx', '#server/config.ts'],
  ['web/src/lib/x.ts', '../../../server/config.ts'],
  ['web/src/ui/x.tsx', '#web/src/features/dossiers/api.ts'],
  ['web/src/lib/x.ts', '../features/dossiers/api.ts'],
  ['web/src/features/dossiers/x.tsx', '#web/src/features/units/unit-field.tsx'],
  ['web/src/features/dossiers/x.tsx', '../units/unit-field.tsx'],
  ['web/src/features/dossiers/x.tsx', '#web/src/app/router.tsx'],
  ['web/src/features/dossiers/form/x.tsx', '../../units/unit-field.tsx'],
  ['web/src/resident/x.tsx', '@tanstack/react-query'],
  ['web/src/resident/x.tsx', 'react-router'],
  ['web/src/resident/form/x.tsx', 'react-router/dom'],
  ['web/pages/x.tsx', '@tanstack/react-query'],
  // `zod` is forbidden everywhere; each override of biome.json replaces the rule's options, and so must say it again.
  ...[
    'shared/dossiers',
    'db/schema',
    'server',
    'server/cli',
    'server/platform',
    'server/embedded',
    ...features.map((name) => `server/${name}`),
    'web/src/app',
    'web/src/ui',
    'web/src/features/dossiers',
    'web/src/features/dossiers/form',
    'web/src/resident',
    'web/pages',
    'tests/api',
    'scripts',
  ].map((folder): Import => [`${folder}/z.ts`, 'zod']),
  ...features.flatMap((later, place) =>
    ['platform', ...features.slice(0, place)].flatMap((earlier): Import[] => [
      [`server/${earlier}/to-${later}.ts`, `../${later}/queries.ts`],
      [`server/${earlier}/to-${later}-by-name.ts`, `#server/${later}/queries.ts`],
    ]),
  ),
  ...['platform', ...features].flatMap((name): Import[] => [
    [`server/${name}/to-cli.ts`, '#server/cli/desk.ts'],
    [`server/${name}/to-demo.ts`, '#server/demo/move-clock.ts'],
    [`server/${name}/to-simulate.ts`, '../simulate/simulate.ts'],
    [`server/${name}/to-embedded.ts`, '#server/embedded/postgres.ts'],
  ]),
]

const allowed: Import[] = [
  ['shared/dossiers/y.ts', 'zod/mini'],
  ['shared/dossiers/y.ts', '../units/schemas.ts'],
  ['shared/dossiers/y.ts', './schemas.ts'],
  ['shared/dossiers/y.ts', '#shared/units/schemas.ts'],
  ['shared/dossiers/y.test.ts', 'vitest'],
  ['shared/dossiers/y.test.ts', 'fast-check'],
  ['shared/dossiers/y.test.ts', 'node:fs/promises'],
  ['db/schema/y.ts', '#shared/dossiers/events.ts'],
  ['db/y.ts', 'bullmq'],
  ['server/app-y.ts', '#server/dossiers/routes.ts'],
  ['server/all-y.ts', './embedded/postgres.ts'],
  ['server/cli/y.ts', '../counter/claim-dossier.ts'],
  ['server/pages/y.tsx', '#web/pages/find.tsx'],
  ['server/platform/y.ts', '../config.ts'],
  ['web/pages/y.tsx', '#shared/units/schemas.ts'],
  ['web/src/app/y.tsx', '#web/src/features/dossiers/new-dossier-page.tsx'],
  ['web/src/app/y.tsx', 'react-router'],
  ['web/src/features/dossiers/y.tsx', '@tanstack/react-query'],
  ['web/src/features/dossiers/y.tsx', '#web/src/ui/field.tsx'],
  ['web/src/features/dossiers/y.tsx', './api.ts'],
  ['web/src/features/dossiers/form/y.tsx', '../api.ts'],
  ['tests/api/y.test.ts', '#server/counter/claim-dossier.ts'],
  ...features.flatMap((earlier, place) =>
    features
      .slice(place + 1)
      .map((later): Import => [`server/${later}/from-${earlier}.ts`, `../${earlier}/queries.ts`]),
  ),
  ...features.map((name): Import => [`server/${name}/from-platform.ts`, '../platform/db.ts']),
]

describe('biome.json', () => {
  let found: Finding[]

  beforeAll(async () => {
    found = await lint(
      [...forbidden, ...allowed].map(([file, specifier], index) => [numbered(file, index), importing(specifier)]),
    )
  })

  test('every import that crosses a boundary is found', () => {
    const caught = new Set(
      found.filter(({ rule }) => rule === 'lint/style/noRestrictedImports').map(({ file }) => file),
    )
    const missed = forbidden.filter(([file], index) => !caught.has(numbered(file, index)))

    expect(missed).toEqual([])
  })

  test('imports that go the allowed way are left alone', () => {
    const files = new Set(allowed.map(([file], index) => numbered(file, forbidden.length + index)))

    expect(found.filter(({ file }) => files.has(file))).toEqual([])
  })
})

test.each([
  [
    'a cycle, also one through #shared',
    'lint/suspicious/noImportCycles',
    {
      'shared/a/one.ts': `import { two } from '#shared/b/two.ts'\n\nexport const one = () => two\n`,
      'shared/b/two.ts': `import { one } from '../a/one.ts'\n\nexport const two = () => one\n`,
    },
  ],
  ['console output in the server', 'lint/suspicious/noConsole', { 'server/dossiers/x.ts': `console.log('x')\n` }],
  ['console output in shared', 'lint/suspicious/noConsole', { 'shared/dossiers/x.ts': `console.error('x')\n` }],
  [
    'a file that only passes others on',
    'lint/performance/noBarrelFile',
    { 'shared/dossiers/all.ts': `export { one } from './one.ts'\n` },
  ],
  [
    'a promise that nobody waits for',
    'lint/nursery/noFloatingPromises',
    {
      'server/dossiers/x.ts': `async function save() {}\n\nexport async function submit() {\n  save()\n}\n`,
    },
  ],
  ['any', 'lint/suspicious/noExplicitAny', { 'db/x.ts': 'export const x: any = 1\n' }],
  ['a default export', 'lint/style/noDefaultExport', { 'web/src/ui/x.ts': 'export default 1\n' }],
  [
    'a test that silences the others',
    'lint/suspicious/noFocusedTests',
    { 'tests/api/x.test.ts': `import { test } from 'vitest'\n\ntest.only('x', () => {})\n` },
  ],
  [
    'a file name that is not kebab-case',
    'lint/style/useFilenamingConvention',
    { 'web/src/ui/NewPage.ts': 'export const x = 1\n' },
  ],
])('%s is found', async (_, rule, files) => {
  const found = await lint(Object.entries(files))

  expect(found.map((one) => one.rule)).toContain(rule)
})

test('the command line may print', async () => {
  expect(await lint([['server/cli/x.ts', `console.log('x')\n`]])).toEqual([])
})

test('no folder has an index.ts', async () => {
  const folders = ['shared', 'db', 'server', 'web', 'tests']
  const files = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))

  expect(files.flat().filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
})

interface Finding {
  rule: string
  file: string
}

/** What biome says of these files, standing at these paths under the project's own configuration. */
async function lint(files: readonly (readonly [path: string, text: string])[]): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quay-boundaries-'))
  try {
    for (const name of ['biome.json', 'package.json', '.gitignore']) await cp(name, join(folder, name))
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
    // With findings it exits with 1, and they are on its standard output all the same.
    const { stdout } = await run(resolve('node_modules/.bin/biome'), options, {
      cwd: folder,
      maxBuffer: 2 ** 26,
    }).catch((error) => error)
    const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout)

    return report.diagnostics.map(({ category, location }) => ({ rule: category, file: location.path }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Several imports are planted in one file name; each gets a file of its own. */
function numbered(file: string, index: number): string {
  return file.replace(/((\.test)?\.tsx?)$/, `-${index}$1`)
}

function importing(specifier: string): string {
  return `import { thing } from '${specifier}'\n\nexport const used = () => thing\n`
}
