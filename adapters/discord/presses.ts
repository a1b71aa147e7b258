import { MessageFlags } from 'discord.js';
import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import { BUTTON_FORMATS, TEXTS } from '../shared/texts.js';
import { tableFile } from './attachments.js';
import { type Press, readCustomId } from './custom-id.js';
import { answerDeferred, defer } from './deferred.js';
import { admit, ask, chatOf, type Desk, type Pressed, sayPrivately } from './desk.js';
import { renderSurroundings } from './render.js';
import { composeChart, composePage, composeReply, isPrivate, type Shown, TOO_LARGE } from './replies.js';

/** Presses that only the person who asked may make: they change the message that all see, or go on in the asker's conversation. */
const OWNERS_ALONE = new Set<Press['verb']>(['page', 'choice']);

/** Answers a press on a button or a choice from a menu, whoever made it and however old or forged it is. */
export async function handlePress(interaction: Pressed, desk: Desk): Promise<void> {
  const press = readCustomId(interaction.customId);
  const shown = press === null ? undefined : await desk.store.get(press.id);
  if (press === null || shown === undefined) return sayPrivately(interaction, TEXTS.expired);
  if (OWNERS_ALONE.has(press.verb) && shown.owner !== interaction.user.id) {
    return sayPrivately(interaction, TEXTS.notYours);
  }
  const index = press.index ?? selected(interaction);
  if (index === undefined) return sayPrivately(interaction, TEXTS.expired);
  if (press.verb === 'page') {
    await interaction.update({ ...composePage(shown, press.id, index), files: [] });
    return;
  }
  if (!(await admit(interaction, desk))) return;
  switch (press.verb) {
    case 'choice':
      return choose(interaction, shown, index, desk);
    case 'suggestion':
      return suggest(interaction, shown, index, desk);
    case 'source':
      return showSource(interaction, shown, index, desk);
    case 'chart':
      return showChart(interaction, shown, desk);
    case 'export':
      return showExport(interaction, shown, index, desk);
    case 'dispute':
      return dispute(interaction, shown, press.id, desk);
  }
}

function selected(interaction: Pressed): number | undefined {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
}

/** The chosen reading is asked; the question back loses its buttons, and the answer follows it. */
async function choose(interaction: Pressed, shown: Shown, index: number, desk: Desk): Promise<void> {
  const choice = shown.answer.choices?.[index];
  if (choice === undefined) return sayPrivately(interaction, TEXTS.expired);
  const acknowledged = interaction.deferUpdate().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  await desk.queue.push(chatOf(interaction), async () => {
    const failed = await acknowledged;
    if (failed !== undefined) throw failed.error;
    const answer = await ask(interaction, choice.question, desk);
    const reply = await composeReply(
      { owner: interaction.user.id, question: choice.question, answer, publicUrl: desk.kit.settings.PUBLIC_URL },
      desk.store,
    );
    await interaction.editReply({ components: [] });
    await interaction.followUp(isPrivate(answer) ? { ...reply, flags: MessageFlags.Ephemeral } : reply);
  });
}

async function suggest(interaction: Pressed, shown: Shown, index: number, desk: Desk): Promise<void> {
  const question = shown.answer.suggestions[index];
  if (question === undefined) return sayPrivately(interaction, TEXTS.expired);
  await answerDeferred(interaction, desk, { question, hidden: false, find: () => ask(interaction, question, desk) });
}

async function showSource(interaction: Pressed, shown: Shown, index: number, desk: Desk): Promise<void> {
  const citation = mergeQuotes(shown.answer.citations)[index];
  const around = citation && (await desk.kit.host.assistant().surroundings(citation));
  if (citation === undefined || around === undefined) return sayPrivately(interaction, TEXTS.noSource);
  await interaction.reply({ embeds: [renderSurroundings(around, citation)], flags: MessageFlags.Ephemeral });
}

async function showChart(interaction: Pressed, shown: Shown, desk: Desk): Promise<void> {
  if (!shown.answer.chart) return sayPrivately(interaction, TEXTS.noChart);
  const deferred = defer(interaction, false);
  await desk.queue.push(chatOf(interaction), async () => {
    await deferred();
    await interaction.editReply((await composeChart(shown.answer)) ?? { content: TEXTS.noChart });
  });
}

async function showExport(interaction: Pressed, shown: Shown, index: number, desk: Desk): Promise<void> {
  const deferred = defer(interaction, true);
  await desk.queue.push(chatOf(interaction), async () => {
    await deferred();
    const file = await tableFile(shown.answer, BUTTON_FORMATS[index] ?? BUTTON_FORMATS[0]);
    await interaction.editReply(file === null ? { content: TOO_LARGE } : { files: [file] });
  });
}

async function dispute(interaction: Pressed, shown: Shown, id: string, desk: Desk): Promise<void> {
  if (shown.disputed) return sayPrivately(interaction, TEXTS.disputeTwice);
  const deferred = defer(interaction, true);
  const taken = await desk.kit.disputes.record('discord', shown.question, shown.answer).catch((err: unknown) => {
    desk.kit.log.error({ err }, 'a dispute could not be recorded');
    return false;
  });
  if (taken) await desk.store.set(id, { ...shown, disputed: true });
  await deferred();
  await interaction.editReply({ content: taken ? TEXTS.disputeTaken : TEXTS.disputeFull });
}
