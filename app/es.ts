export const es = {
  areas: { cases: 'Casos', register: 'Registrar', requests: 'Áreas', board: 'Tablero', customers: 'Clientes', staff: 'Personas', branches: 'Sucursales', settings: 'Ajustes', outbox: 'Correo saliente' },
  everywhere: 'Todas las sucursales',
  me: { account: 'Mi cuenta', mentions: 'Me mencionan', system: 'Apariencia del sistema', light: 'Clara', dark: 'Oscura', leave: 'Salir', language: 'English' },
  go: { register: 'Registrar un caso', cases: 'Ir a los casos', board: 'Ir al tablero', customers: 'Ir a los clientes' },
  everythingOf: (find: string) => `Ver todo lo que hay de «${find}»`,
  filling: (share: string) => `La demostración se está llenando: va el ${share} de sus dos años. Al terminar, lo que se ve se lee de nuevo.`,
  unheard: 'El servidor no responde. Lo que escribe se guarda en este equipo; se sigue intentando.',
}
export type AppWords = typeof es
