/** Jest prints its own summary; other tools read this plain closing line. */
export default class PlainLineReporter {
  onRunComplete(_contexts, results) {
    const suitesThatDidNotRun = results.numRuntimeErrorTestSuites;
    const failed = results.numFailedTests + suitesThatDidNotRun;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped}\n`;
    // After Jest's own summary, so that it is the last line.
    process.once('exit', () => process.stdout.write(line));
  }
}
