import { DOCS } from '../../core/project.js'

/** Which file is used by default. */
export const WHICH_FILE = `Without --creds and CLR_CREDS, the file is that of the current account:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.`

/** The head of a list of variables that replace options. */
export const VARIABLES = 'Environment variables, for options that are not given (empty means not set):'

/** Where the fields of `--json` are documented. */
export const JSON_FIELDS = `Fields of --json: ${DOCS}/json.md`
