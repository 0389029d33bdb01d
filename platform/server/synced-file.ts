import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whole or not at all, and on the disk when it resolves: a file beside it, synced, takes its name. */
export async function writeSynced(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`
  const handle = await open(beside, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await renameSynced(beside, file)
}

/** A rename outlives a power cut only when its folder is synced too. */
export async function renameSynced(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
