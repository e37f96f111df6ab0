/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-compat.h"
#include "app/cw-window-private.h"
#include "app/cw-window-work.h"
#include "io/file/cw-file.h"
#include "io/xml/cw-xml.h"

#define MEDIA_TYPE "application/x-chipwright+xml"

static void
note_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = { .mime_type = (char *) MEDIA_TYPE,
                         .app_name = (char *) "Chipwright",
                         .app_exec = (char *) "chipwright %u" };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
read_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwWindowWork *work = data;
  GError *error = NULL;
  g_autofree char *path = cw_window_work_dup_path (work->file, &error);

  if (path != NULL)
    work->design = cw_xml_read_file (path, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  CwWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      cw_window_show_error (self, _ ("The file could not be opened."), error->message);
      return;
    }
  note_recent (work->file);
  cw_window_set_editor (self, work->design, work->file);
  cw_window_restore_view (self);
}

/**
 * cw_window_open:
 * @self: a window
 * @file: a design
 *
 * Opens a design here, or in a window of its own when this one has a document.
 */
void
cw_window_open (CwWindow *self, GFile *file)
{
  g_autofree char *name = NULL;
  CwWindow *window = self;

  g_return_if_fail (CW_IS_WINDOW (self) && G_IS_FILE (file));

  name = g_file_get_basename (file);
  if (g_str_has_suffix (name, ".csv"))
    {
      cw_window_show_error (
          self, _ ("A table is not a design."),
          _ ("Import it into one: chipwright-cli import pads|balls|routes FILE.csv -o DESIGN.cwx"));
      return;
    }
  if (!cw_window_is_pristine (self))
    {
      window = cw_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (window));
    }
  cw_window_work_start (window, cw_window_work_new (file, NULL), read_work, read_done);
}

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Chipwright designs"));
  gtk_file_filter_add_mime_type (filter, MEDIA_TYPE);
  gtk_file_filter_add_pattern (filter, "*.cwx");

  return filter;
}

static void
open_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  if (file != NULL)
    cw_window_open (self, file);
}

/**
 * cw_window_ask_open:
 * @self: a window
 *
 * Asks for a design to open.
 */
void
cw_window_ask_open (CwWindow *self)
{
  g_autoptr (GtkFileFilter) filter = make_filter ();
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  CwFileQuestion question
      = { CW_CHOOSE_OPEN, _ ("Open a design"), _ ("_Open"), NULL, folder, filter };

  cw_compat_choose_file (GTK_WINDOW (self), &question, open_chosen, g_object_ref (self));
}

static void
save_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwWindowWork *work = data;
  GError *error = NULL;
  g_autofree char *path = cw_window_work_dup_path (work->file, &error);

  if (path != NULL && cw_xml_write_file (work->design, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  CwWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (work->file);
  g_autofree char *text = g_strdup_printf (_ ("Saved %s"), name);

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->close_when_saved = FALSE;
      cw_window_show_error (self, _ ("The design could not be saved; it is unchanged on disk."),
                            error->message);
      return;
    }
  g_set_object (&self->file, work->file);
  note_recent (work->file);
  cw_document_mark_saved (cw_editor_get_document (self->editor), work->design);
  cw_window_update_title (self);
  cw_window_tell (self, text);
  if (self->close_when_saved)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_to (CwWindow *self, GFile *file)
{
  cw_window_work_start (self, cw_window_work_new (file, cw_editor_get_design (self->editor)),
                        save_work, save_done);
}

static void
save_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  if (file == NULL)
    self->close_when_saved = FALSE;
  else
    save_to (self, file);
}

/**
 * cw_window_ask_save:
 * @self: a window
 *
 * Asks for a file to save the design to.
 */
void
cw_window_ask_save (CwWindow *self)
{
  g_autoptr (GtkFileFilter) filter = make_filter ();
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  g_autofree char *name
      = self->file != NULL ? g_file_get_basename (self->file) : g_strdup (_ ("package.cwx"));
  CwFileQuestion question
      = { CW_CHOOSE_SAVE, _ ("Save the design"), _ ("_Save"), name, folder, filter };

  cw_compat_choose_file (GTK_WINDOW (self), &question, save_chosen, g_object_ref (self));
}

/**
 * cw_window_save:
 * @self: a window
 *
 * Saves the design to its file, or asks for one.
 */
void
cw_window_save (CwWindow *self)
{
  if (self->n_tasks > 0)
    return;
  if (self->file != NULL)
    save_to (self, self->file);
  else
    cw_window_ask_save (self);
}

enum
{
  ANSWER_CANCEL,
  ANSWER_DISCARD,
  ANSWER_SAVE,
};

static void
close_answered (int button, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  if (button == ANSWER_DISCARD)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (button == ANSWER_SAVE)
    {
      self->close_when_saved = TRUE;
      cw_window_save (self);
    }
}

static void
remember (CwWindow *self)
{
  int width;
  int height;

  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_widget_get_mapped (self->section_pane))
    g_settings_set_int (self->settings, "section-height",
                        gtk_widget_get_height (self->section_pane));
}

/**
 * cw_window_close_request:
 * @window: a window
 *
 * Asks what to do with changes that are not saved.
 *
 * Returns: whether the window stays
 */
gboolean
cw_window_close_request (GtkWindow *window)
{
  CwWindow *self = CW_WINDOW (window);
  const char *const buttons[] = { _ ("_Cancel"), _ ("_Discard"), _ ("_Save"), NULL };
  CwToolEvent event = { .type = CW_TOOL_CLOSE, .pixel = 1 };
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (self->n_tasks > 0)
    {
      cw_window_tell (self, _ ("A file is still being read or written"));
      return TRUE;
    }
  if (self->editor != NULL && !self->may_close)
    {
      cw_editor_send (self->editor, &event);
      if (cw_document_is_modified (cw_editor_get_document (self->editor)))
        {
          name = self->file != NULL ? g_file_get_basename (self->file)
                                    : g_strdup (_ ("Unsaved package"));
          message = g_strdup_printf (_ ("Save the changes to “%s”?"), name);
          cw_compat_ask (window, message, _ ("Changes that are not saved will be lost."), buttons,
                         ANSWER_CANCEL, ANSWER_SAVE, close_answered, g_object_ref (self));
          return TRUE;
        }
    }
  remember (self);
  cw_window_remember_view (self);

  return FALSE;
}
