import './FileField.css'
import { useRef, useState, type DragEvent } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type FieldFile = {
  id: string
  name: string
  size: number
  /** 0 to 1 while it goes up; left out once it is kept. */
  progress?: number
  error?: string
  href?: string
}
export type FileFieldProps = FieldProps & {
  files: readonly FieldFile[]
  onAdd: (files: File[]) => void
  onRemove: (id: string) => void
  /** As of the input: 'image/*,.pdf'. */
  accept?: string
  /** A phone opens its camera. */
  camera?: boolean
  /** It takes one: another takes its place. */
  one?: boolean
}

/** Dropped, pasted into the zone, or chosen. */
export function FileField({ files, onAdd, onRemove, accept, camera, one, ...field }: FileFieldProps) {
  const words = useWords({ es, en })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const add = (list: FileList | null) => list && list.length > 0 && onAdd(one ? [list[0]!] : [...list])

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }

  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <div className="FileField" data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }}
            onDragLeave={() => setOver(false)} onDrop={drop} onPaste={(event) => add(event.clipboardData.files)}>
            <Icon name="plus" />
            <span className="FileField-drop">{one ? words.files.dropOne : words.files.drop}</span>
            <label className="FileField-choose">
              <input {...wiring} aria-required={undefined} ref={input} type="file" multiple={!one} className="unseen" name={field.name} accept={accept} aria-label={`${field.label}: ${one ? words.files.chooseOne : words.files.chooseShort}`}
                capture={camera ? 'environment' : undefined}
                onChange={(event) => { add(event.target.files); event.target.value = '' }} />
              {words.files.choose}
            </label>
          </div>
          {files.length > 0 && <ul className="FileField-list">{files.map((file) => <FileLine key={file.id} file={file} onRemove={onRemove} />)}</ul>}
        </>
      )}
    </Field>
  )
}

function FileLine({ file, onRemove }: { file: FieldFile; onRemove: (id: string) => void }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const rising = file.progress !== undefined && !file.error
  return (
    <li className="FileField-file" data-error={file.error ? true : undefined}>
      <span className="FileField-name" dir="auto">{file.href ? <a href={file.href} target="_blank" rel="noreferrer">{file.name}</a> : file.name}</span>
      <span className="FileField-state">
        {file.error ? <><Icon name="warning" size={14} /> {file.error}</>
          : rising ? words.files.uploading(formats.percent(file.progress ?? 0)) : <><Icon name="check" size={14} /> {formats.bytes(file.size)}</>}
      </span>
      <Button small weight="quiet" icon="close" label={words.remove(file.name)} onPress={() => onRemove(file.id)} />
      {rising && <progress className="FileField-progress" value={file.progress} max={1} aria-label={file.name} />}
    </li>
  )
}
