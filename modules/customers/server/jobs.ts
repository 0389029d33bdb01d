import { later } from '#kernel/instant.ts'
import { job, type Job } from '#platform/server/jobs.ts'
import { onDisk, type CustomersNeeds } from './import-doors.ts'
import { runImport } from './run-import.ts'
import { abandonedImports } from './store-import.ts'

const SILENT_SECONDS = 120

/** The jobs of an import: carrying it on, and taking up again what a stopped program left. */
export const customerJobs = (needs: CustomersNeeds): Job[] => [
  job<{ organisationId: string; importId: string }>('customers.import', ({ organisationId, importId }, { signal }) => carryOn(needs, { organisationId, importId, signal })),
  job('customers.resume-imports', { everySeconds: 60 }, async () => {
    const before = later(needs.ground.now(), -SILENT_SECONDS * 1000)
    const abandoned = await needs.ground.db.asOwner((tx) => abandonedImports(tx, before))
    for (const one of abandoned) await carryOn(needs, { ...one, signal: undefined })
  }),
]

async function carryOn({ ground, blobs }: CustomersNeeds, { organisationId, importId, signal }: { organisationId: string; importId: string; signal: AbortSignal | undefined }): Promise<void> {
  const scope = { organisationId, actorId: organisationId, all: true, branches: [], areas: [], suppliers: [] }
  const [file] = await ground.db.transaction(scope, (tx) => tx<{ sha256: Buffer }>`
    select f.sha256 from customer_imports i join files f on f.organisation_id = i.organisation_id and f.id = i.file_id
    where i.organisation_id = ${organisationId} and i.id = ${importId}`)
  const run = (path: string | null) => runImport({ ground, organisationId, importId, path, signal })
  await (file ? onDisk(blobs, file.sha256.toString('hex'), run) : run(null))
}
