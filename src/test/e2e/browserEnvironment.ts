import { TestEnvironment } from 'jest-environment-node';

/** Tells the hooks of a test whether it has failed, which Jest itself does not. */
export default class BrowserEnvironment extends TestEnvironment {
  handleTestEvent({ name }: { name: string }): void {
    if (name === 'test_start') this.global.testHasFailed = false;
    if (name === 'test_fn_failure') this.global.testHasFailed = true;
  }
}
