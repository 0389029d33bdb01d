/** What later modules' servers may ask of customers. */
export { createHeardCustomer as createCustomer } from './server/create-for-registration.ts'
export { listCustomers as findCustomers } from './server/find-customers.ts'
export { importCustomers, ImportFailed } from './server/import-customers.ts'
export { customerJobs } from './server/jobs.ts'
