import type { TestProject } from 'vitest/node'
import { type StartedTestCluster, startTestCluster, type TestCluster } from './test-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster
  }
}

/** Every project of a run loads this file anew, in one process: what they share is kept where all find it. */
interface Shared {
  started: Promise<StartedTestCluster>
  users: number
}
const shelf = globalThis as typeof globalThis & { quayTestCluster?: Shared }

/** Starts the run's PostgreSQL for the first project that asks, and stops it after the last. */
export default async function setup(project: TestProject) {
  shelf.quayTestCluster ??= { started: startTestCluster(), users: 0 }
  const shared = shelf.quayTestCluster
  shared.users += 1
  const { cluster, stop } = await shared.started
  project.provide('testCluster', cluster)

  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete shelf.quayTestCluster
    await stop()
  }
}
