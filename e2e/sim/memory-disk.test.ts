import { storeContract } from '../../server/store/contract.ts'
import { MemoryDisk } from './memory-disk.ts'

storeContract(async () => {
  const disk = new MemoryDisk()
  return {
    open: async () => disk.open(),
    bytes: async () => disk.bytes(),
    dispose: async () => undefined,
  }
})
