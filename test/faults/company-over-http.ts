const BROWSER = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

/** A company set up through the doors that people use, with a token for programs; more branches than one where asked. */
export async function aCompanyOverHttp(url: string, branches: readonly string[] = ['BOG']): Promise<{ token: string; branches: string[] }> {
  let cookie = ''
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers: { ...BROWSER, cookie }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    cookie ||= answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
    return (await answer.json()) as Record<string, string>
  }
  await post('/setup', {
    organisation: { name: 'Gases de Prueba', country: 'CO', language: 'es', timeZone: 'America/Bogota' },
    branch: { code: branches[0], name: `Sucursal ${branches[0]}` },
    person: { name: 'Rosa Ortega', email: 'rosa@gases.example', password: 'el cilindro azul pesa' },
  })
  for (const code of branches.slice(1)) await post('/branches', { code, name: `Sucursal ${code}` })
  const { token } = await post('/api-tokens', { name: 'prueba', role: 'head' })
  return { token: token!, branches: [...branches] }
}
