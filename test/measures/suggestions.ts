// How good the suggestions of a cause are on real complaints, a fifth held back: `node test/measures/suggestions.ts`.
// The texts are not part of the repository; without ../shared/data/complaints it says so and measures nothing.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { findHazardWords } from '#kernel/hazard-words.ts'
import { type Example, predict, SUGGEST_FROM, train, type TrainingOptions } from '#kernel/text-classifier.ts'
import { writeTextModel } from '#kernel/text-model-file.ts'

const folder = new URL('../../../shared/data/complaints/', import.meta.url)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function rows(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, folder)), { columns: true }) as Record<string, string>[]
}

function examplesOf(file: string, text: string, label: string): Example[] {
  return rows(file)
    .map((row) => ({ text: row[text] ?? '', label: row[label] ?? '' }))
    .filter((example) => example.text !== '' && example.label !== '')
}

function measure(name: string, examples: Example[], options: TrainingOptions = {}): void {
  const held = examples.filter((_, at) => at % 5 === 4)
  const begun = performance.now()
  const model = train(examples.filter((_, at) => at % 5 !== 4), options)
  const trained = performance.now()
  const answers = held.map(({ text, label }) => ({ label, best: predict(model, text, { most: 3 }) }))
  const predicted = performance.now()

  const share = (of: typeof answers, test: (answer: (typeof answers)[number]) => boolean) => of.filter(test).length / Math.max(1, of.length)
  const covered = answers.filter(({ best }) => (best[0]?.probability ?? 0) >= SUGGEST_FROM)
  console.log(`\n${name}: ${examples.length - held.length} texts learnt, ${held.length} held back, ${model.labels.length} labels`)
  console.log(`  accuracy ${percent(share(answers, ({ best, label }) => best[0]?.label === label))}, among the first three ${percent(share(answers, ({ best, label }) => best.some((each) => each.label === label)))}`)
  console.log(`  at ≥ ${SUGGEST_FROM}: covered ${percent(covered.length / held.length)}, right of these ${percent(share(covered, ({ best, label }) => best[0]?.label === label))}`)
  if (model.trial) console.log(`  its own trial said: accuracy ${percent(model.trial.accuracy)}, covered ${percent(model.trial.covered)}, right ${percent(model.trial.right)}`)
  console.log(`  training ${((trained - begun) / 1000).toFixed(1)} s, prediction ${((predicted - trained) / held.length).toFixed(2)} ms, model ${(writeTextModel(model).length / 1e6).toFixed(1)} MB (${model.hashes.length} features)`)
}

/** What a model makes of texts that have nothing to do with it: each suggestion is a wrong one. */
function measureStrangers(known: Example[], strangers: string[]): void {
  const model = train(known)
  const suggested = strangers.filter((text) => (predict(model, text, { most: 1 })[0]?.probability ?? 0) >= SUGGEST_FROM).length
  console.log(`\nStrangers: a model of bank questions is sure of ${percent(suggested / strangers.length)} of ${strangers.length} airline complaints`)
}

function measureHazards(name: string, texts: string[]): void {
  const begun = performance.now()
  const found = texts.flatMap((text) => findHazardWords(text).slice(0, 1))
  const milliseconds = (performance.now() - begun) / Math.max(1, texts.length)
  const typos = [...new Set(found.filter(({ typo }) => typo).map((each) => each.found.toLowerCase()))]
  console.log(`\nHazard words in ${name}: ${found.length} of ${texts.length} texts (${percent(found.length / texts.length)}), ${milliseconds.toFixed(2)} ms a text; a letter off: ${typos.slice(0, 12).join(', ') || 'none'}`)
}

if (!existsSync(folder)) {
  console.log('../shared/data/complaints is not here: nothing measured')
} else {
  const bank = examplesOf('banking77_train.csv', 'text', 'category')
  const airline = examplesOf('airline_tweets_en.csv', 'text', 'negative_reason')
  measure('Bank questions (banking77)', bank)
  measure('Airline complaints, reason', airline)
  measure('Airline complaints, reason, every reason counting the same', airline, { balance: 1 })
  measure('Consumer finance narratives, product', examplesOf('cfpb_api_sample_2017.csv', 'consumer_complaint_narrative', 'product'))
  measure('Spanish airline tweets, sentiment', examplesOf('tweets_aerolineas_es.csv', 'texto', 'sentimiento'))
  measureStrangers(bank, airline.map(({ text }) => text))
  measureHazards('a Mexican bank’s tweets', rows('atencion_banco_mx.csv').map(({ texto = '' }) => texto))
  measureHazards('Spanish airline tweets', rows('tweets_aerolineas_es.csv').map(({ texto = '' }) => texto))
  measureHazards('New York’s 311 reports', rows('nyc311_publicstuff.csv').map(({ Title = '', Description = '' }) => `${Title}. ${Description}`))
}
