import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nitCheckDigit } from '#kernel/nit.ts'
import { aGround } from '#test/harness.ts'
import { aVisitor, faultsOf, found, weightOf, openDesk, type Desk, type Visitor } from './desk.ts'
import { actFromMenu, choose, goTo, openCase, signOut, tabTo, type Words } from './hands.ts'
import { STORY, WORDS } from './words.ts'

const PASSWORD = 'el cilindro azul pesa'
const HEAD = 'rosa@gases.example'
const AGENT = 'diego@gases.example'
const RESPONDER = 'marta@gases.example'
const CUSTOMER = 'compras@clinica.example'
const NUMBER = /BOG-\d{4}-\d{6}/

/** The whole day, station by station; each stands on the one before it. */
export const aDay = ({ language, width }: { language: 'es' | 'en'; width: number }) =>
  describe.skipIf(!found)(`a day at the desk, in ${language} on a screen of ${width} (skipped where there is no browser)`, () => {
    const words: Words = WORDS[language]
    const { people, cases, screens, alike, work, customers, channels, design, app } = words
    const { sheet, register, list, areas } = screens
    const s = STORY[language]
    let desk: Desk
    let head: Visitor
    let agent: Visitor
    let responder: Visitor
    let visitors: Visitor[]
    let stopped = ''
    const numbers: string[] = []
    const dueLine = (text: string) => text.replace(/\s+/g, ' ')

    const station = (name: string, walk: () => Promise<void>) =>
      test(name, { timeout: 120_000 }, async ({ skip }) => {
        if (stopped) skip(`the day stopped at: ${stopped}`)
        stopped = name
        await walk()
        stopped = ''
      })
    const ask = async (visitor: Visitor, path: string, data: object) => {
      const reply = await visitor.context.request.post(`/api/v1${path}`, { data, headers: { 'sec-fetch-site': 'same-origin', origin: desk.address } })
      expect(reply.status(), await reply.text()).toBeLessThan(300)
      return (await reply.json()) as { id: string }
    }
    const noFaults = async ({ page }: Visitor) => expect(await faultsOf(page)).toEqual([])

    beforeAll(async () => {
      desk = await openDesk(await aGround())
      visitors = await Promise.all([0, 1, 2].map(() => aVisitor(desk, { language, width })))
      ;[head, agent, responder] = visitors as [Visitor, Visitor, Visitor]
    })
    afterAll(async () => {
      if (stopped) await Promise.all(visitors.map(({ page }, i) => page.screenshot({ path: join(tmpdir(), `acuse-journey-stopped-${language}-${i}.png`) }).catch(() => {})))
      await desk?.close()
    })

    station('whoever comes first is led to the set-up, makes the company and is in', async () => {
      const { page } = head
      const refused: string[] = []
      page.on('response', (response) => void (response.status() >= 400 && refused.push(`${response.status()} ${response.url()}`)))
      await page.goto('/')
      await page.getByRole('heading', { level: 1, name: people.setUp.title }).waitFor()
      expect(refused).toEqual([])
      await noFaults(head)
      await page.getByLabel(people.setUp.companyName).fill(s.company)
      await page.getByLabel(people.setUp.language).selectOption(language)
      await page.getByLabel(people.setUp.branchName).fill(s.branch)
      await page.getByLabel(people.setUp.branchCode, { exact: true }).fill('bog')
      await page.getByLabel(people.setUp.yourName).fill(s.head)
      await page.getByLabel(people.door.email).fill(HEAD)
      await page.getByLabel(people.door.password).fill(PASSWORD)
      await page.getByRole('button', { name: people.setUp.create }).click()
      await page.getByRole('heading', { level: 1, name: list.lists.open }).waitFor()
      await noFaults(head)
    })

    station('areas, a cause, a rule of approval and a template are there', async () => {
      const { items: areas } = (await (await head.context.request.get('/api/v1/areas')).json()) as { items: { id: string; name: string; nameEn: string }[] }
      const area = areas.find(({ name, nameEn }) => name === s.area && nameEn === s.areaEn)
      await ask(head, '/causes', { code: 'VAL-1', name: s.cause, nameEn: s.causeEn, areaId: area!.id })
      await ask(head, '/approval-rules', { amountAbove: '100000' })
      await ask(head, '/answer-templates', { name: s.template, language, kinds: ['claim'], subject: s.subject, body: s.body })
    })

    station('an agent and the responder of an area are invited, get the mail, choose their passwords and are in', async () => {
      const { page } = head
      for (const [name, email, role, post] of [[s.agent, AGENT, 'agent', ''], [s.responder, RESPONDER, 'area-responder', s.post]] as const) {
        await page.goto('/staff')
        await page.getByRole('button', { name: people.staff.invite, exact: true }).click()
        const form = page.getByRole('complementary', { name: people.staff.inviteTitle })
        await form.getByLabel(people.staff.name, { exact: true }).fill(name)
        await form.getByLabel(people.staff.email, { exact: true }).fill(email)
        if (post) await form.getByLabel(people.staff.post).fill(post)
        await form.getByLabel(people.staff.role, { exact: true }).selectOption(role)
        if (role === 'agent') await form.getByLabel(people.staff.branch, { exact: true }).selectOption(s.branch)
        else await form.getByLabel(people.staff.area, { exact: true }).selectOption({ label: language === 'en' ? s.areaEn : s.area })
        await noFaults(head)
        await form.getByRole('button', { name: people.staff.sendInvitation }).click()
        await page.getByText(people.staff.invited(email)).waitFor()
      }
      for (const [visitor, email, name] of [[agent, AGENT, s.agent], [responder, RESPONDER, s.responder]] as const) {
        const link = /http:\/\/\S+\/invitacion#\S+/.exec((await desk.mailbox.mailTo(email)).text)?.[0]
        await visitor.page.goto(link!)
        await visitor.page.getByRole('heading', { name: people.door.invitationTitle(name) }).waitFor()
        await noFaults(visitor)
        await visitor.page.getByLabel(people.door.newPassword).fill(PASSWORD)
        await visitor.page.getByRole('button', { name: people.door.enter }).click()
        await visitor.page.getByRole('button', { name, exact: true }).waitFor()
      }
    })

    station('a list of customers in the code page of old Windows is mapped, tried, run, and its refused row reported', async () => {
      const { page } = head
      await goTo(head, words, app.areas.customers)
      await page.getByRole('link', { name: customers.screens.import, exact: true }).click()
      const rows = ['Código;Razón social;NIT;Teléfono;Correo;Ciudad', `C-1;${s.customer};900123456-${nitCheckDigit('900123456')};601 742 1234;${CUSTOMER};Bogotá`,
        `C-2;Ferretería El Piñón;860001022-${nitCheckDigit('860001022')};300 123 4567;;Ibagué`, 'C-3;Taller Ñandú;800456789-9;;;Tunja']
      await page.locator('input[type=file]').setInputFiles({ name: 'clientes.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'latin1') })
      const mapping = page.getByRole('table', { name: customers.imports.columns })
      await mapping.getByText('Ferretería El Piñón').or(mapping.getByText('Razón social', { exact: true })).first().waitFor()
      expect(await page.getByLabel(`${customers.imports.is}: Razón social`).inputValue()).toBe('name')
      await noFaults(head)
      await page.getByRole('button', { name: customers.imports.dryRun }).click()
      await page.getByRole('heading', { name: customers.imports.tried }).waitFor()
      await page.getByRole('table', { name: customers.imports.refused }).getByText('800456789-9').or(page.getByText('C-3')).first().waitFor({ state: 'attached' })
      expect((await desk.app.db.asOwner((tx) => tx`select from customers`)).length).toBe(0)
      await page.getByRole('button', { name: customers.imports.run, exact: true }).click()
      await page.getByRole('heading', { name: customers.imports.done }).waitFor()
      await noFaults(head)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: customers.imports.report }).click()])
      const report = readFileSync(await download.path()).toString()
      expect(report).toContain('Taller Ñandú')
      expect(report).not.toContain('Ferretería')
    })

    station('a claim is registered by the keys alone, its customer found without accents, and the number comes with its date and rule', async () => {
      const { page } = agent
      await page.goto('/')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('c')
      const who = page.getByRole('combobox', { name: register.who })
      await who.waitFor()
      await tabTo(page, who)
      await page.keyboard.type(s.unaccented)
      await page.getByRole('option', { name: s.customer }).waitFor()
      await noFaults(agent)
      // Sent with a name that nobody has chosen, it would be a case of nobody.
      await page.keyboard.press('Control+Enter')
      await page.getByText(design.notChosenNorMade(s.unaccented)).waitFor()
      await who.click()
      await page.getByRole('option', { name: s.customer }).waitFor()
      await page.keyboard.press('Enter')
      await tabTo(page, page.getByLabel(register.email))
      await page.keyboard.type(CUSTOMER)
      await tabTo(page, page.getByLabel(register.story))
      await page.keyboard.type(s.story)
      await page.keyboard.press('Control+Enter')
      const heading = page.getByRole('heading', { level: 1, name: NUMBER })
      await heading.waitFor()
      numbers.push(NUMBER.exec((await heading.textContent()) ?? '')![0])
      await page.getByText(register.acknowledgedTo(CUSTOMER)).waitFor()
      await noFaults(agent)
    })

    station('the acknowledgement arrives with the number, the date and the rule of the date', async () => {
      const mail = await desk.mailbox.mailTo(CUSTOMER, numbers[0])
      expect(mail.subject).toContain(numbers[0])
      const text = dueLine(mail.text)
      expect(text).toContain(cases.facts.due)
      expect(text).toMatch(/\b20\d\d\b/)
      expect(text).toMatch(/Ley 1755 de 2015, art. 14/)
      expect(text).not.toMatch(/\.\.|[0-9a-f]{8}-[0-9a-f]{4}/)
    })

    station('a second claim that tells the same shows the first one while it is typed', async () => {
      const { page } = agent
      await page.keyboard.press('c')
      await choose(page, register.who, s.unaccented, s.customer)
      await page.getByLabel(register.email).fill(CUSTOMER)
      await page.getByLabel(register.story).fill(s.again)
      await page.getByRole('link', { name: numbers[0]! }).waitFor()
      await noFaults(agent)
      await page.getByRole('button', { name: alike.compare }).click()
      const both = page.getByRole('dialog', { name: alike.title(numbers[0]!) })
      await both.getByText(alike.reasons['same-customer']!('')).waitFor()
      await both.getByRole('region', { name: `${alike.there}: ${numbers[0]!}` }).getByText(s.story).waitFor()
      await both.getByRole('region', { name: alike.here }).getByText(s.again).waitFor()
      await noFaults(agent)
      await page.keyboard.press('Escape')
      await both.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: register.verb, exact: true }).click()
      const heading = page.getByRole('heading', { level: 1, name: NUMBER })
      await heading.waitFor()
      numbers.push(NUMBER.exec((await heading.textContent()) ?? '')![0])
      await desk.mailbox.mailTo(CUSTOMER, numbers[1])
    })

    station('the agent takes the case, sends it to an area and asks it', async () => {
      const { page } = agent
      await openCase(agent, numbers[0]!)
      await noFaults(agent)
      const area = language === 'en' ? s.areaEn : s.area
      await actFromMenu(agent, words, sheet.route)
      const dialog = page.getByRole('dialog', { name: sheet.title.route(numbers[0]!) })
      await choose(dialog, sheet.area, area)
      await dialog.getByLabel(sheet.reason).fill(s.question)
      await noFaults(agent)
      await dialog.getByRole('button', { name: sheet.route }).click()
      await page.getByText(sheet.told.route(numbers[0]!)).waitFor()
      await page.getByRole('button', { name: sheet.askArea }).click()
      const composer = page.getByRole('region', { name: sheet.askArea })
      await choose(composer, sheet.area, area)
      await composer.getByLabel(sheet.askBody).fill(s.question)
      await noFaults(agent)
      await composer.getByRole('button', { name: sheet.askArea }).click()
      await page.getByText(sheet.requestStates['open']!).waitFor()
    })

    station('whoever answers for the area finds the question in its screen and answers it there', async () => {
      const { page } = responder
      await goTo(responder, words, app.areas.requests)
      await page.getByText(numbers[0]!).first().click()
      await noFaults(responder)
      await page.getByLabel(sheet.theAnswer).fill(s.answer)
      await page.getByRole('button', { name: sheet.answerAsArea }).click()
      await page.getByText(areas.answered(numbers[0]!)).waitFor()
      await agent.page.getByText(s.answer).waitFor()
    })

    station('the answer is begun from a template; its amount makes it wait for a second person', async () => {
      const { page } = agent
      await openCase(agent, numbers[0]!)
      await page.keyboard.press('r')
      const composer = page.getByRole('region', { name: sheet.reply })
      await composer.getByLabel(sheet.template).selectOption({ label: s.template })
      await expect.poll(() => composer.getByLabel(sheet.body).inputValue()).toContain(numbers[0])
      await composer.getByLabel(sheet.money).focus()
      await page.keyboard.type('250000')
      await noFaults(agent)
      await composer.getByRole('button', { name: sheet.send, exact: true }).click()
      await page.getByText(sheet.answerStates['awaiting-approval']!).first().waitFor()
      expect(desk.mailbox.mails.some(({ text }) => text.includes(s.bodyTold))).toBe(false)
    })

    station('the head of service approves it, and the answer arrives in the mail', async () => {
      const { page } = head
      await openCase(head, numbers[0]!)
      await page.getByRole('button', { name: sheet.approve, exact: true }).click()
      await page.getByText(sheet.told.approved).waitFor()
      await noFaults(head)
      const mail = await desk.mailbox.mailTo(CUSTOMER, s.bodyTold)
      expect(mail.subject).toContain(numbers[0])
      await agent.page.getByText(sheet.answerStates['sent']!, { exact: true }).waitFor()
    })

    station('the case is closed with its cause, what was done and the remedy', async () => {
      const { page } = agent
      await page.keyboard.press('e')
      const dialog = page.getByRole('dialog', { name: sheet.title.close(numbers[0]!) })
      await choose(dialog, sheet.closing.root, language === 'en' ? s.causeEn : s.cause)
      await dialog.getByLabel(sheet.closing.action).fill(s.action)
      await dialog.getByLabel(sheet.closing.remedy).selectOption('replacement')
      await dialog.getByLabel(work.goingOn.verb).uncheck({ force: true })
      await noFaults(agent)
      await dialog.getByRole('button', { name: sheet.close }).click()
      await page.getByText(sheet.told.close(numbers[0]!)).waitFor()
      await page.getByText(cases.statuses.closed).first().waitFor()
      await noFaults(agent)
    })

    station('it is found by a word of its story without accents, in the list and by Ctrl+K', async () => {
      const { page } = agent
      await page.goto('/?list=everything')
      await page.getByRole('searchbox', { name: list.find }).fill(s.unaccentedWord)
      await page.getByRole('link', { name: numbers[0]! }).waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: design.commands.title }).fill(s.unaccentedWord)
      await page.getByRole('option', { name: numbers[0]! }).waitFor()
      await noFaults(agent)
      await page.getByRole('option', { name: numbers[0]! }).click()
      await page.getByRole('heading', { level: 1, name: numbers[0]! }).waitFor()
    })

    station('two open cases are merged, the old number leads to the other, and un-merged they are two again', async () => {
      const { page } = agent
      const third = await ask(agent, '/cases', { kind: 'claim', channel: 'telephone', language, description: s.again, customer: { status: 'anonymous' } })
      const [{ number } = { number: '' }] = await desk.app.db.asOwner((tx) => tx<{ number: string }>`select number from cases where id = ${third.id}`)
      numbers.push(number)
      await openCase(head, numbers[1]!)
      await actFromMenu(head, words, sheet.merge)
      const dialog = head.page.getByRole('dialog', { name: sheet.title.merge(numbers[1]!) })
      await choose(dialog, sheet.into, number)
      await dialog.getByText(sheet.mergeInto, { exact: true }).waitFor()
      await dialog.getByLabel(sheet.reason).fill(s.reason)
      await noFaults(head)
      await dialog.getByRole('button', { name: sheet.merge }).click()
      await head.page.getByRole('heading', { level: 1, name: number }).waitFor()
      await page.goto(`/cases/${numbers[1]}`)
      await page.getByText(sheet.alias(numbers[1]!)).waitFor()
      expect(new URL(page.url()).pathname).toBe(`/cases/${number}`)
      if (width < 500) await head.page.getByRole('button', { name: sheet.toAside }).click()
      await head.page.getByRole('button', { name: sheet.unmerge }).click()
      await head.page.getByText(sheet.told.unmerge(numbers[1]!)).or(head.page.getByText(sheet.told.unmerge(number))).first().waitFor()
      await openCase(agent, numbers[1]!)
      expect(await page.getByText(sheet.alias(numbers[1]!)).count()).toBe(0)
    })

    station('a list says whose each case is, on whatever screen', async () => {
      const { page } = head
      await page.goto('/?list=everything')
      await page.getByRole('row').getByText(s.customer).first().waitFor()
    })

    station('a narrowed list is saved and comes back with its name', async () => {
      const { page } = head
      await page.goto('/?list=open')
      await page.getByRole('button', { name: list.filters }).click()
      await choose(page, list.columns.kind, cases.kinds.claim)
      await expect.poll(() => page.url()).toContain('kind=claim')
      // Where rows are cards there are no columns.
      const wide = width > 640
      if (wide) {
        await page.getByRole('button', { name: words.lists.columns.verb }).click()
        const columns = page.getByRole('dialog', { name: words.lists.columns.title })
        await columns.getByRole('checkbox', { name: list.columns.channel }).check({ force: true })
        await noFaults(head)
        await columns.getByRole('button', { name: words.lists.columns.take }).click()
        await page.getByRole('columnheader', { name: list.columns.channel }).waitFor()
      }
      await page.getByRole('button', { name: list.save }).click()
      const dialog = page.getByRole('dialog', { name: list.save })
      await dialog.getByLabel(list.viewName).fill(s.view)
      await dialog.getByRole('button', { name: list.save }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.goto('/')
      // How many it holds stands beside its name.
      await page.getByRole('link', { name: new RegExp(`^${s.view} ?\\d+$`) }).click()
      await expect.poll(() => page.url()).toContain('kind=claim')
      if (wide) expect(page.url()).toContain('channel')
      await noFaults(head)
    })

    station('a saved view is saved over with what one sees, called otherwise, and removed', async () => {
      const { page } = head
      const { views, search } = words.lists
      const called = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
      const act = async (name: string, verb: string) => {
        await page.getByRole('button', { name: views.acts(name) }).click()
        await noFaults(head)
        await page.getByRole('menuitem', { name: verb }).click()
      }
      await page.goto('/')
      await page.getByRole('link', { name: new RegExp(`^${s.view} ?\\d+$`) }).click()
      await called(s.view)
      await page.getByRole('combobox', { name: search.order }).selectOption('newest')
      await page.getByText(views.changed).waitFor()
      await noFaults(head)
      await page.getByRole('button', { name: views.keep }).click()
      await page.getByText(views.kept(s.view)).waitFor()
      expect(await page.getByText(views.changed).count()).toBe(0)
      const other = `${s.view} 2`
      await act(s.view, views.change)
      const dialog = page.getByRole('dialog', { name: views.changeTitle(s.view) })
      await dialog.getByLabel(list.viewName).fill(other)
      await noFaults(head)
      await dialog.getByRole('button', { name: sheet.save }).click()
      await called(other)
      await act(other, views.remove)
      await page.getByRole('dialog', { name: views.removeTitle(other) }).getByRole('button', { name: views.remove }).click()
      await page.getByText(views.removed(other)).waitFor()
      expect(await page.getByRole('link', { name: other }).count()).toBe(0)
    })

    station('many are given to one person after a preview, with a result each, and it is taken back', async () => {
      const { page } = head
      await page.goto('/?list=open')
      const count = () => page.getByRole('navigation', { name: list.title }).getByRole('button', { name: new RegExp(`^${list.lists.mine}`) }).textContent()
      await expect.poll(count).toMatch(/\d/)
      const before = await count()
      await page.getByRole('checkbox', { name: design.table.selectAll }).check({ force: true })
      await page.getByRole('toolbar', { name: list.bulk }).getByRole('button', { name: list.bulk }).click()
      const dialog = page.getByRole('dialog', { name: list.selected(2) })
      await choose(dialog, sheet.owner, s.agent.split(' ')[0]!, s.agent)
      await dialog.getByLabel(sheet.reason).fill(s.give)
      await dialog.getByRole('button', { name: list.bulkPreview }).click()
      await dialog.getByRole('table', { name: list.bulkPreview }).waitFor()
      await noFaults(head)
      await dialog.getByRole('button', { name: list.bulkRun(2) }).click()
      await page.getByText(words.lists.bulk.told.assign.other.replace('{n}', '2').replace('{to}', s.agent)).waitFor()
      await expect.poll(count).not.toBe(before)
      await page.getByRole('button', { name: design.undo }).click()
      await expect.poll(count).toBe(before)
    })

    station('a customer without an account and without JavaScript files a case, follows it, adds to it and reads the answer', async () => {
      const visitor = await aVisitor(desk, { language, width, javaScript: false })
      const { page } = visitor
      visitors.push(visitor)
      await page.goto('/atencion')
      await page.getByRole('link', { name: channels.home.file }).click()
      await page.getByLabel(channels.form.kinds.complaint).check()
      await page.getByRole('button', { name: channels.form.send }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel(channels.form.description).fill(s.filed)
      await page.getByLabel(channels.form.name, { exact: true }).fill(s.visitor)
      await page.getByLabel(channels.form.email).fill('julian@visita.example')
      await page.getByLabel(channels.form.consentAgree).check()
      await page.getByRole('button', { name: channels.form.send }).click()
      await page.getByRole('heading', { name: channels.done.title }).waitFor()
      const number = NUMBER.exec((await page.locator('.number').textContent()) ?? '')![0]
      const link = /http:\/\/\S+\/seguimiento\/\S+/.exec((await desk.mailbox.mailTo('julian@visita.example', number)).text)![0]
      await page.goto(link)
      await page.getByText(channels.follow.status.open).waitFor()
      await page.getByLabel(channels.follow.add).fill(s.added)
      await page.getByRole('button', { name: channels.follow.addSend }).click()
      await page.getByText(channels.follow.added).waitFor()
      await openCase(agent, number)
      await agent.page.getByText(s.added).waitFor()
      await agent.page.keyboard.press('r')
      const composer = agent.page.getByRole('region', { name: sheet.reply })
      await composer.getByLabel(sheet.body).fill(s.told)
      await composer.getByRole('button', { name: sheet.send, exact: true }).click()
      await desk.mailbox.mailTo('julian@visita.example', s.told)
      const followed = await page.goto(link)
      expect([followed!.status(), await page.locator('main').textContent()]).toEqual([200, expect.stringContaining(s.told)])
      const reader = await aVisitor(desk, { language, width })
      visitors.push(reader)
      for (const path of ['/atencion', '/atencion/nuevo', '/seguimiento', link]) {
        await reader.page.goto(path)
        await noFaults(reader)
      }
    })

    station('the first load of the desk weighs at most 200 KB on the line and its typeface 50, a public page 40 KB in all', async () => {
      const fresh = await aVisitor(desk, { language, width })
      visitors.push(fresh)
      await fresh.context.addCookies(await agent.context.cookies())
      const first = await weightOf(fresh.page, '/', () => fresh.page.getByRole('table').or(fresh.page.getByText(list.empty.title)).first().waitFor())
      expect(first.rest).toBeLessThan(200_000)
      expect(first.typeface).toBeLessThan(50_000)
      const form = await weightOf(fresh.page, '/atencion/nuevo', () => fresh.page.getByRole('button', { name: channels.form.send }).waitFor())
      expect(form.rest + form.typeface).toBeLessThan(40_000)
    })

    station('all who came in go out, and a page of the desk then asks who it is', async () => {
      await agent.page.goto('/')
      await signOut(agent, words, s.agent)
      await noFaults(agent)
      await agent.page.goto('/customers')
      await agent.page.getByRole('heading', { name: people.door.signInTitle }).waitFor()
    })

    station('no page had an error, and nothing left the machine', async () => {
      expect(visitors.flatMap(({ errors }) => errors)).toEqual([])
      expect(visitors.flatMap(({ strayed }) => strayed)).toEqual([])
    })
  })
