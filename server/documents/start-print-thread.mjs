// A thread does not inherit the loader that lets Node run TypeScript: it is registered here, before the first such file.
import { register } from 'tsx/esm/api'

register()
await import('./print-thread.ts')
