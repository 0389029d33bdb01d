import { PERMISSIONS, ROLES, type Permission, type Role } from '../contract.ts'

/** Any employee may file a case (S-16): only whoever reads from outside, or only configures, may not. */
const SERVICE = ['cases.read', 'cases.register', 'customers.read'] as const

/**
 * What each role allows, within the branch, area or supplier of the grant. `admin` configures and manages staff; what
 * customers wrote is no part of that, so it reads no case by itself.
 */
const ALLOWED: Record<Role, readonly Permission[]> = {
  admin: ['staff.read', 'staff.manage', 'settings.read', 'settings.manage', 'audit.read', 'mail.read'],
  head: PERMISSIONS,
  'branch-responsible': [
    ...SERVICE,
    'cases.work',
    'cases.approve',
    'cases.close',
    'cases.reassign',
    'cases.merge',
    'customers.edit',
    'board.read',
    'staff.read',
    'settings.read',
    'mail.read',
    'exports.make',
  ],
  agent: [...SERVICE, 'cases.work', 'cases.close', 'cases.merge', 'customers.edit', 'staff.read', 'settings.read'],
  'supplier-agent': SERVICE,
  'supplier-supervisor': [...SERVICE, 'board.read', 'staff.read', 'staff.manage'],
  'area-responder': [...SERVICE, 'areas.answer', 'staff.read'],
  quality: [...SERVICE, 'board.read', 'staff.read', 'settings.read', 'audit.read', 'exports.make'],
  hse: [...SERVICE, 'cases.work', 'areas.answer', 'board.read', 'staff.read', 'settings.read'],
  executive: [...SERVICE, 'board.read', 'staff.read', 'exports.make'],
  auditor: ['cases.read', 'board.read', 'customers.read', 'staff.read', 'settings.read', 'audit.read', 'mail.read'],
}

const sets = new Map<Role, ReadonlySet<string>>(ROLES.map((role) => [role, new Set(ALLOWED[role])]))

export const permissionsOf = (role: Role): ReadonlySet<string> => sets.get(role) ?? new Set()

/** Roles of whoever works for a supplier: always bound to one. */
export const isExternal = (role: Role): boolean => role === 'supplier-agent' || role === 'supplier-supervisor'

/** What an absence hands to the substitute named in it: the daily duty, never the power to configure or to grant. */
export const DELEGATED: readonly Role[] = ['branch-responsible', 'area-responder']
