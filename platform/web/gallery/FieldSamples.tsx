import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Choice } from '../design/Choice.tsx'
import { ComboBox } from '../design/ComboBox.tsx'
import { DateField } from '../design/DateField.tsx'
import { FileField } from '../design/FileField.tsx'
import { FormErrors } from '../design/FormErrors.tsx'
import { Icon } from '../design/Icon.tsx'
import { Section } from '../design/Page.tsx'
import { Select } from '../design/Select.tsx'
import { TextArea } from '../design/TextArea.tsx'
import { TextField } from '../design/TextField.tsx'
import { useDraft } from '../drafts.ts'
import { useReader } from '../words.ts'
import { customers } from './samples.ts'

export function useSay() {
  const { language } = useReader()
  return (es: string, en: string) => (language === 'es' ? es : en)
}

const branches = [{ value: 'bog', label: 'Bogotá Norte' }, { value: 'mde', label: 'Medellín' }]

export function FieldSamples() {
  return (
    <>
      <Buttons />
      <Fields />
    </>
  )
}

function Buttons() {
  const say = useSay()
  const slow = () => new Promise((resolve) => setTimeout(resolve, 2_000))
  return (
    <Section title={say('Botones', 'Buttons')}>
      <div className="Sample">
        <div className="Sample-line">
          <Button weight="primary" kbd="$mod+Enter" onPress={slow}>{say('Registrar', 'Register')}</Button>
          <Button kbd="r">{say('Responder', 'Answer')}</Button>
          <Button icon="plus" kbd="n">{say('Nota', 'Note')}</Button>
          <Button weight="quiet">{say('Cancelar', 'Cancel')}</Button>
          <Button weight="danger">{say('Anular el caso', 'Void the case')}</Button>
          <Button weight="emergency" icon="warning">{say('Emergencia', 'Emergency')}</Button>
          <Button icon="print" label={say('Imprimir', 'Print')} />
        </div>
        <div className="Sample-line">
          <Button weight="primary" disabledReason={say('El caso ya tiene respuesta. Reábralo para responder otra vez.', 'The case already has an answer. Reopen it to answer again.')}>{say('Responder', 'Answer')}</Button>
          <Button pending>{say('Guardando', 'Saving')}</Button>
          <Button small>{say('Ver', 'See')}</Button>
          <Button small icon="plus">{say('Agregar', 'Add')}</Button>
          <a href="/somewhere">{say('Un enlace', 'A link')}</a>
        </div>
      </div>
    </Section>
  )
}

function Fields() {
  const say = useSay()
  const [name, setName] = useState('')
  const [mail, setMail] = useState('compras@clinica')
  const [text, setText] = useState('')
  const [branch, setBranch] = useState('bog')
  const [who, setWho] = useState<(typeof customers)[number] | null>(null)
  const [day, setDay] = useState<string | null>('2026-07-22')
  const [late, setLate] = useState<string | null>(null)
  const [kind, setKind] = useState<'claim' | 'complaint' | 'request' | null>('claim')
  const [unknown, setUnknown] = useState(false)
  const draft = useDraft('gallery:note', '')
  return (
    <Section title={say('Campos', 'Fields')} note={say('Un formulario que no pasó', 'A form that did not pass')}>
      <form className="Sample" onSubmit={(event) => event.preventDefault()}>
        <FormErrors errors={[
          { field: 'mail', message: say('El correo no parece completo; revise que tenga la forma nombre@empresa.com.', 'The address looks incomplete; it should read name@company.com.') },
          { field: 'text', message: say('Falta contar qué pasó.', 'What happened is missing.') },
        ]} />
        <Choice label={say('Qué', 'What')} name="kind" value={kind} onChange={setKind} options={[
          { value: 'claim', label: say('Reclamo', 'Claim'), mark: <Icon name="claim" />, kbd: '1' },
          { value: 'complaint', label: say('Queja', 'Complaint'), mark: <Icon name="complaint" />, kbd: '2' },
          { value: 'request', label: say('Solicitud', 'Request'), mark: <Icon name="request" />, kbd: '3' },
        ]} />
        <div className="Sample-grid">
          <ComboBox label={say('Quién', 'Who')} name="who" value={who} onChange={setWho} placeholder={say('Nombre, NIT o teléfono', 'Name, tax id or telephone')}
            search={(asked) => customers.filter(({ label }) => label.toLowerCase().includes(asked.toLowerCase()))}
            create={{ label: (asked) => say(`Crear «${asked}»`, `Create “${asked}”`), run: () => {} }} />
          <TextField label={say('Nombre de quien llama', 'Caller’s name')} name="name" value={name} onChange={setName} optional />
          <TextField label={say('Correo', 'Mail')} name="mail" type="email" value={mail} onChange={setMail}
            error={say('El correo no parece completo; revise que tenga la forma nombre@empresa.com.', 'The address looks incomplete; it should read name@company.com.')} />
          <Select label={say('Sucursal', 'Branch')} name="branch" value={branch} onChange={setBranch} options={branches} hint={say('La que atiende la sede del cliente.', 'The one that serves the customer’s site.')} />
          <DateField label={say('Fecha de la visita', 'Day of the visit')} name="day" value={day} onChange={setDay} />
          <DateField label={say('Nueva fecha', 'New date')} name="late" value={late} onChange={setLate} optional />
          <TextField label={say('Texto de derecha a izquierda', 'Right-to-left text')} value="شكوى بخصوص التسليم المتأخر للأسطوانات" onChange={() => {}} />
          <TextField label={say('Fijo', 'Fixed')} value="900.123.456-8" disabled onChange={() => {}} />
        </div>
        <TextArea label={say('Cuente qué pasó, con sus palabras', 'Tell what happened, in your words')} name="text" value={text} onChange={setText} limit={4_000} error={say('Falta contar qué pasó.', 'What happened is missing.')} />
        <TextArea label={say('Nota (con borrador)', 'Note (with draft)')} name="note" value={draft.value} onChange={draft.set} optional rows={2}
          hint={draft.recovered ? say('Se recuperó lo que estaba escribiendo.', 'What you were typing was recovered.') : undefined} />
        <div className="Sample-grid">
          <FileField label={say('Evidencia', 'Evidence')} name="files" optional onAdd={() => {}} onRemove={() => {}} files={[
            { id: '1', name: 'foto-valvula.jpg', size: 1_840_000, href: '#foto' },
            { id: '2', name: 'remisión firmada por el almacenista de la sede principal 2026-06-26.pdf', size: 340_000, progress: 0.62 },
            { id: '3', name: 'macro.xlsm', size: 12_000, error: say('Ese tipo no se admite', 'That type is not accepted') },
          ]} />
          <div>
            <Checkbox label={say('Quien llama no quiere dar su nombre', 'The caller prefers to stay anonymous')} checked={unknown} onChange={setUnknown}
              hint={say('El caso se registra igual y puede consultarse con el número.', 'The case is registered all the same and can be followed by its number.')} />
            <Checkbox label={say('Avisar por correo', 'Tell by mail')} checked onChange={() => {}} />
            <Checkbox label={say('Algunos', 'Some')} checked={false} mixed onChange={() => {}} />
          </div>
        </div>
      </form>
    </Section>
  )
}
