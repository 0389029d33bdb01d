import { useEffect, useRef, useState } from 'react'
import { newId } from '#kernel/id.ts'
import type { FieldFile } from '#platform/web/design/FileField.tsx'

export type Uploaded = { id: string; name: string; size: number }

/** Files on their way up, each with its progress and its refusal; those that arrived are told to the caller. */
export function useUpload(done: readonly Uploaded[], onDone: (files: Uploaded[]) => void) {
  const [under, setUnder] = useState<FieldFile[]>([])
  const latest = useRef(done)
  useEffect(() => {
    latest.current = done
  })
  const change = (id: string, some: Partial<FieldFile>) => setUnder((files) => files.map((file) => (file.id === id ? { ...file, ...some } : file)))
  const add = (files: File[]) => {
    for (const file of files) {
      const id = newId()
      setUnder((now) => [...now, { id, name: file.name, size: file.size, progress: 0 }])
      send(file, (progress) => change(id, { progress })).then(
        (uploaded) => {
          setUnder((now) => now.filter((one) => one.id !== id))
          latest.current = [...latest.current, uploaded]
          onDone([...latest.current])
        },
        (error: Error) => change(id, { error: error.message, progress: undefined }),
      )
    }
  }
  const remove = (id: string) => {
    setUnder((files) => files.filter((file) => file.id !== id))
    onDone(done.filter((file) => file.id !== id))
  }
  return { files: [...done, ...under] as FieldFile[], add, remove, busy: under.some(({ error }) => !error) }
}

/** XMLHttpRequest, for fetch tells no progress of what goes up. */
function send(file: File, onProgress: (fraction: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', '/api/v1/files')
    request.setRequestHeader('idempotency-key', newId())
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => {
      const body = request.response as (Uploaded & { title?: string; errors?: { message: string }[] }) | null
      if (request.status === 201 && body) resolve({ id: body.id, name: body.name, size: body.size })
      else reject(new Error(body?.errors?.[0]?.message ?? body?.title ?? String(request.status)))
    })
    request.addEventListener('error', () => reject(new Error('')))
    request.send(form)
  })
}
