/** The commonest of leaked lists that are long enough, in the languages of the place; compared without case. */
const COMMON = new Set(
  '1234567890 0123456789 12345678910 123456789a qwertyuiop 1q2w3e4r5t password12 password123 password1234 contraseña contrasena contraseña1 contrasena1 contraseña123 contrasena123 colombia123 bienvenido1 bienvenido123 administrador administrator iloveyou123 teamomucho millonarios nacional123 qwerty12345 1234567890q abc1234567 cambiame123 changeme123 clave12345 asdfghjkl1'.split(' '),
)

/** Why a new password will not do, as a sentence's code; its length is the contract's. */
export function refusePassword(password: string, { email, name }: { email: string; name: string }): 'password-common' | 'password-personal' | null {
  const plain = password.toLowerCase()
  if (COMMON.has(plain) || new Set(plain).size < 4) return 'password-common'
  const own = [email, email.split('@')[0]!, name, name.replaceAll(' ', '')].map((word) => word.toLowerCase())
  const withoutDigits = plain.replace(/[\d\W_]+$/, '')
  return own.includes(plain) || own.includes(withoutDigits) ? 'password-personal' : null
}
