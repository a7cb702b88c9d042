import { defineConfig } from 'drizzle-kit'

/** Only for writing migrations (`npx drizzle-kit generate`); the desk applies them itself, see db/migrate.ts. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/*.ts', out: './db/migrations' })
