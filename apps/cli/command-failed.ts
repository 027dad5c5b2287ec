/** The work was refused or found a fault: the command ends with code 1 and this sentence. */
export class CommandFailed extends Error {}
