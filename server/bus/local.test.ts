import { beforeEach } from 'vitest'
import { busContract } from './contract.ts'
import { createLocalHub } from './local.ts'

let hub = createLocalHub()
beforeEach(() => {
  hub = createLocalHub()
})

busContract(() => hub.connect())
