import type { App } from '../server.ts'

type Progress = { done: number; of: number }

/** For the set-up screen: founds the company, gives the account, and goes on replaying while somebody already looks. */
export function demonstrationOnWish(app: () => App) {
  let progress: Progress | null = null
  return {
    progress: () => progress,
    async load() {
      progress = { done: 0, of: 1 }
      const { email, password, replayed } = await begin(app(), (done, of) => void (progress = { done, of })).catch((error: unknown) => {
        progress = null
        throw error
      })
      replayed.then((refused) => tell(app(), refused), (error: unknown) => app().ground.log.error({ err: error }, 'the demonstration was not loaded whole')).finally(() => void (progress = null))
      return { email, password }
    },
  }
}

/** For `acuse start --demo`: only where there is no company yet. */
export async function loadDemonstrationOnce(app: App): Promise<void> {
  const [any] = await app.ground.db.asOwner((tx) => tx`select organisation_id from organisations limit 1`)
  if (any) return
  const { email, password, replayed } = await begin(app, () => {})
  console.log(`Demonstration: sign in as ${email} with ${password}`)
  tell(app, await replayed)
}

const begin = async (app: App, onProgress: (done: number, of: number) => void) => (await import('./load.ts')).loadDemonstration(app, { onProgress })

function tell({ ground }: App, refused: Map<string, number>): void {
  if (refused.size > 0) ground.log.info({ refused: Object.fromEntries(refused) }, 'some steps of the demonstration were refused by a rule')
}
