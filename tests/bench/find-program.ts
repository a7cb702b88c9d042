import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The program of this name in the folders given, else in the PATH. */
export function findProgram(name: string, folders = (process.env.PATH ?? '').split(delimiter)): string | undefined {
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)

    return true
  } catch {
    return false
  }
}
