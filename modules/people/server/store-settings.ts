import type { Tx } from '#platform/server/database.ts'

/** Its version is that of all settings: another one changed meanwhile is cause enough to look again. */
export const lockSettings = (tx: Tx, organisationId: string) => tx<{ version: number }>`
  select settings_version as version from organisations where organisation_id = ${organisationId} for update`

/** What a later module keeps of the company as a whole, by a name of its own. What any process remembers of the settings is good no more. */
export const saveSetting = async (tx: Tx, organisationId: string, name: string, value: unknown): Promise<number> => {
  const [saved] = await tx<{ version: number }>`
    update organisations set settings = settings || jsonb_build_object(${name}::text, ${JSON.stringify(value)}::jsonb), settings_version = settings_version + 1
    where organisation_id = ${organisationId}
    returning settings_version as version`
  return saved!.version
}
