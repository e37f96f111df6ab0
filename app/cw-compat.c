/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-compat.h"

/* All calls that GTK deprecates after 4.8 are here, and nowhere else. */

typedef struct
{
  CwFileCallback callback;
  gpointer user_data;
} FileQuestion;

static void
file_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  FileQuestion *question = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  question->callback (file, question->user_data);
  g_free (question);
  g_object_unref (dialog);
}

/**
 * cw_compat_choose_file:
 * @parent: the window that asks
 * @question: what to ask
 * @callback: gets the answer
 * @user_data: passed to @callback
 *
 * Asks for a file or a folder.
 */
void
cw_compat_choose_file (GtkWindow *parent, const CwFileQuestion *question, CwFileCallback callback,
                       gpointer user_data)
{
  static const GtkFileChooserAction actions[] = {
    [CW_CHOOSE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [CW_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [CW_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      question->title, parent, actions[question->choice], question->accept, NULL);
  FileQuestion *pending = g_new0 (FileQuestion, 1);

  pending->callback = callback;
  pending->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (question->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), question->folder, NULL);
  if (question->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), question->name);
  if (question->filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), question->filter);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen), pending);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct
{
  CwAnswerCallback callback;
  gpointer user_data;
  int cancel;
} Question;

static void
answered (GtkDialog *dialog, int response, gpointer user_data)
{
  Question *question = user_data;
  int button = response >= 0 ? response : question->cancel;

  /* the answer may end the parent before the last reference on the dialog goes */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  question->callback (button, question->user_data);
  g_free (question);
}

/**
 * cw_compat_ask:
 * @parent: the window that asks
 * @message: the question
 * @detail: what depends on it
 * @buttons: (array zero-terminated=1): answers, with mnemonics
 * @cancel: index of the answer that does nothing
 * @accept: index of the answer that Enter gives
 * @callback: gets the answer
 * @user_data: passed to @callback
 *
 * Asks a question.
 */
void
cw_compat_ask (GtkWindow *parent, const char *message, const char *detail,
               const char *const *buttons, int cancel, int accept, CwAnswerCallback callback,
               gpointer user_data)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
      GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", message);
  Question *question = g_new0 (Question, 1);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", detail);
  for (int i = 0; buttons[i] != NULL; i++)
    gtk_dialog_add_button (GTK_DIALOG (dialog), buttons[i], i);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), accept);
  question->callback = callback;
  question->user_data = user_data;
  question->cancel = cancel;
  g_signal_connect (dialog, "response", G_CALLBACK (answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * cw_compat_load_css:
 * @provider: a style sheet
 * @css: what it says from now on
 *
 * Loads a style sheet from a text.
 */
void
cw_compat_load_css (GtkCssProvider *provider, const char *css)
{
  gtk_css_provider_load_from_data (provider, css, -1);
}
