export { freePort } from '../../deploy/try-cluster/part.ts'
