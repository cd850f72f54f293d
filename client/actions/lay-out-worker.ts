import { layOut } from '../../shared/arrange/layouts.ts'

addEventListener('message', ({ data }: MessageEvent<Parameters<typeof layOut>>) =>
  postMessage(layOut(...data)),
)
