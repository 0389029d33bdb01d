import { totalmem } from 'node:os'

export type Settings = Record<string, string | number>

const MB = 1024 * 1024
const within = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))

/** For a database that shares a small machine with the program. Durable: what was acknowledged survives a power cut. */
export function serverSettings(logDir: string): Settings {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / MB
  return {
    shared_buffers: `${within(128, memory / 8, 1024)}MB`,
    effective_cache_size: `${within(256, memory / 2, 16_384)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${within(64, memory / 16, 512)}MB`,
    max_connections: 100,
    max_locks_per_transaction: 128,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    // Our statements are short; compiling them costs more than it saves.
    jit: 'off',
    track_io_timing: 'on',
    timezone: 'UTC',
    idle_in_transaction_session_timeout: '5min',
    logging_collector: 'on',
    log_directory: logDir,
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // Truncation works by age only; by size, a bad day would write over itself.
    log_rotation_size: 0,
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %u ',
    log_min_duration_statement: '2s',
    log_lock_waits: 'on',
    // Values and the details of violations are personal data: they stay out of the log.
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
  }
}

/** For tests: fast, and worth nothing after a crash. */
export const temporarySettings: Settings = {
  shared_buffers: '128MB',
  max_connections: 200,
  max_locks_per_transaction: 256,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'fatal',
}

export const written = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('')
