import { readRepositoryFile } from '../repository-files.js'

/** A unit of systemd, as far as the tests need it. Source: systemd.syntax(7), systemd.service(5), "COMMAND LINES". */
export class UnitFile {
  private constructor(
    readonly text: string,
    private readonly instance: string
  ) {}

  /** A unit of examples/systemd. @param instance what is between `@` and `.` in the name that a template is started with */
  static ofExample(name: string, instance = ''): UnitFile {
    return new UnitFile(readRepositoryFile(`examples/systemd/${name}`), instance)
  }

  /** The same unit without a setting. */
  without(setting: string): UnitFile {
    return new UnitFile(this.text.replace(new RegExp(`^${setting}=.*\n`, 'gm'), ''), this.instance)
  }

  /** The same unit with another value of a setting. */
  with(setting: string, value: string): UnitFile {
    return new UnitFile(`${this.without(setting).text}${setting}=${value}\n`, this.instance)
  }

  /** The value of a setting that occurs once, with its specifiers resolved; null if it does not occur. */
  valueOf(setting: string): string | null {
    const [only, ...more] = Array.from(
      this.text.matchAll(new RegExp(`^${setting}=(.*)$`, 'gm')),
      ([, value = '']) => value
    )
    if (more.length > 0) throw new Error(`the unit has several lines with ${setting}`)
    return only === undefined ? null : this.#resolve(only)
  }

  /** The words of a command, or of a list of paths. */
  wordsOf(setting: string): readonly string[] {
    const words = (this.valueOf(setting) ?? '').matchAll(/"((?:\\.|[^"])*)"|'((?:\\.|[^'])*)'|(\S+)/g)
    return Array.from(words, ([, double, single, plain]) => (double ?? single ?? plain ?? '').replace(/\\(.)/g, '$1'))
  }

  #resolve(value: string): string {
    return value.replace(/%(.)/g, (_whole, specifier: string) => {
      if (specifier === '%') return '%'
      if (specifier === 'i') return this.instance
      throw new Error(`the tests do not know the specifier %${specifier}`)
    })
  }
}
