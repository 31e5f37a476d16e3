type Core = typeof import('@actions/core')

/** What the action uses of @actions/core. It is handed in, because it is loaded while `clr` is at work. */
export type Toolkit = Pick<
  Core,
  'addPath' | 'setSecret' | 'setOutput' | 'error' | 'warning' | 'info' | 'group' | 'summary'
>
