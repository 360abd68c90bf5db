import { newDemo } from "./product.ts";

/** One demo for all journeys that do not stop the server. Its links travel to the workers in the environment. */
export default async function startDemo(): Promise<() => Promise<void>> {
  const product = await newDemo("demo");
  await product.start();
  process.env.JOURNEYS_DEMO = JSON.stringify(product.demo());
  return () => product.end();
}
