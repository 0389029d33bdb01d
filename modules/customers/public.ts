/** What later modules' servers may ask of customers. */
export { createHeardCustomer as createCustomer, readForRegistration as customerForRegistration, type CustomerForCase, type HeardCustomer } from './server/create-for-registration.ts'
export { readCustomer } from './server/read-customer.ts'
export { listCustomers as findCustomers } from './server/find-customers.ts'
export { importCustomers, ImportFailed, type ImportResult } from './server/import-customers.ts'
export { customerJobs } from './server/jobs.ts'
