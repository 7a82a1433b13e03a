import type { Browser, Page } from 'playwright-core';
import { startCuttableProxy, type CuttableProxy } from '../cuttableProxy';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../people';
import { startScriptedModel, type ScriptedModel } from '../scriptedModel/scriptedModel';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

/** The program with a scripted model, a rep, and a network between it and the browser that can be cut. */
export interface ScriptedProgram {
  program: StartedProgram;
  model: ScriptedModel;
  network: CuttableProxy;
  rep: TestPerson;
  /** A new private window of the rep, signed in, behind the network. */
  openRep(): Promise<Page>;
  /** The same of anybody with the tests' password. */
  openAs(person: { email: string }): Promise<Page>;
  close(): Promise<void>;
}

export async function startScriptedProgram(): Promise<ScriptedProgram> {
  const [dataDir, model, browser] = await Promise.all([newDataDir(), startScriptedModel(), launchBrowser()]);
  const program = await startProgram(dataDir, {
    DEMO: '0',
    OPENAI_API_KEY: 'scripted',
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'scripted-model',
  });
  const network = await startCuttableProxy(program.url);
  const rep = await createPerson(program, await createAdmin(program), { role: 'rep' });
  return {
    ...{ program, model, network, rep },
    openRep: () => openSignedIn(browser, network.url, rep.email),
    openAs: ({ email }) => openSignedIn(browser, network.url, email),
    async close() {
      await browser.close();
      await network.close();
      const code = await program.stop();
      await model.close();
      await removeDataDir(dataDir);
      if (code !== 0) throw new Error(`the program ended with ${code}`);
    },
  };
}

async function openSignedIn(browser: Browser, url: string, email: string): Promise<Page> {
  const page = await openPage(browser, url);
  await signInOnPage(page, { email, password: testPassword });
  return page;
}
