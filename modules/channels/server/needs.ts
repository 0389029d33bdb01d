import type { CasesNeeds } from '#modules/cases/public.ts'
import type { BlobStore } from '#platform/server/blob-store.ts'
import type { Ground } from '#platform/server/ground.ts'
import type { Problems } from '#platform/server/problem.ts'

/** What app/ hands over. */
export type ChannelsNeeds = CasesNeeds & { ground: Ground; blobs: BlobStore; problems: Problems }
