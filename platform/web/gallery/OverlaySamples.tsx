import { useId, useState } from 'react'
import { Button } from '../design/Button.tsx'
import { ConfirmDialog, Dialog } from '../design/Dialog.tsx'
import { Menu } from '../design/Menu.tsx'
import { Section } from '../design/Page.tsx'
import { PrintPage } from '../design/PrintPage.tsx'
import { SidePeek } from '../design/SidePeek.tsx'
import { TextField } from '../design/TextField.tsx'
import { showToast } from '../design/Toast.tsx'
import { useSay } from './FieldSamples.tsx'

export function OverlaySamples() {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [writing, setWriting] = useState(false)
  const [peek, setPeek] = useState(false)
  return (
    <>
      <Section title={say('Lo que flota', 'What floats')}>
        <div className="Sample-line">
          <Button onPress={() => setAsking(true)}>{say('Abrir el diálogo', 'Open the dialog')}</Button>
          <Button onPress={() => setWriting(true)}>{say('Abrir el formulario', 'Open the form')}</Button>
          <Button onPress={() => showToast({ text: say('BOG-2026-000123 cerrado', 'BOG-2026-000123 closed'), undo: () => {} })}>{say('Cerrar con aviso', 'Close with a notice')}</Button>
          <Button onPress={() => setPeek(!peek)}>{say('Ver al lado', 'Look beside')}</Button>
          <Menu label={say('Más acciones', 'More actions')} items={[
            { verb: say('Asignar', 'Assign'), kbd: 'a', icon: 'swap', run: () => {} },
            { verb: say('Unir con otro', 'Merge with another'), disabledReason: say('El otro caso ya está cerrado.', 'The other case is already closed.'), run: () => {} },
            { verb: say('Imprimir', 'Print'), icon: 'print', run: () => {} },
            { verb: say('Anular el caso', 'Void the case'), danger: true, apart: true, run: () => setAsking(true) },
          ]} />
        </div>
        <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={say('Anular el caso BOG-2026-000123', 'Void the case BOG-2026-000123')} verb={say('Anular el caso', 'Void the case')} onConfirm={() => setAsking(false)}>
          <p>{say('El número queda usado y el motivo se guarda en la historia. El cliente recibe un correo. Puede deshacerse durante diez segundos.', 'The number stays used and the reason is kept in the history. The customer gets a mail. It can be undone for ten seconds.')}</p>
        </ConfirmDialog>
        {writing && <LongForm onClose={() => setWriting(false)} />}
        <SidePeek open={peek} title="BOG-2026-000123" onClose={() => setPeek(false)}><p>{say('La lista conserva su lugar.', 'The list keeps its place.')}</p></SidePeek>
      </Section>
      <Section title={say('Papel', 'Paper')}>
        <PrintPage company="Gases del Caribe y del Interior" number="BOG-2026-000123" title={say('Acuse de recibo', 'Acknowledgement')}
          aside={<><p>Bogotá, 26 de junio de 2026</p><p>Clínica del Norte<br />NIT 900.123.456-8</p></>} foot="Calle 13 # 60-21, Bogotá · servicio@gasesejemplo.co">
          <p>Recibimos su queja por facturación el viernes 26 de junio de 2026 a las 16:40 y quedó radicada con el número de arriba.</p>
          <p>Le responderemos a más tardar el miércoles 22 de julio de 2026: 15 días hábiles, según la Ley 1480 de 2011, artículo 58.</p>
        </PrintPage>
      </Section>
    </>
  )
}

/** Its button stands in the foot, outside of the form that scrolls. */
function LongForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const form = useId()
  const fields = Array.from({ length: 14 }, (_, i) => say(`Teléfono ${i + 1}`, `Telephone ${i + 1}`))
  return (
    <Dialog open onClose={onClose} title={say('Teléfonos', 'Telephones')} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter">{say('Guardar los teléfonos', 'Save the telephones')}</Button>}>
      <form id={form} noValidate onSubmit={(event) => { event.preventDefault(); onClose() }}>
        {fields.map((label) => <TextField key={label} label={label} value="" onChange={() => {}} />)}
      </form>
    </Dialog>
  )
}
