/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-compat.h"
#include "app/cw-window-private.h"
#include "io/file/cw-file.h"
#include "io/gerber/cw-gerber.h"
#include "io/xml/cw-xml.h"
#include "widgets/render/cw-picture.h"

#define MEDIA_TYPE "application/x-chipwright+xml"
#define PICTURE_WIDTH 2400  /* [px] */
#define PICTURE_HEIGHT 1800 /* [px] */
#define NEW_LEVELS 2
#define NEW_SIZE (8 * CW_MM)

/* what a worker thread reads or writes */
typedef struct
{
  GFile *file;
  CwDesign *design;
  GPtrArray *names; /* of files written */
  const CwTheme *theme;
} Work;

static Work *
work_new (GFile *file, CwDesign *design)
{
  Work *self = g_new0 (Work, 1);

  self->file = g_object_ref (file);
  self->design = design != NULL ? cw_design_ref (design) : NULL;

  return self;
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->design, cw_design_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

static void
start (CwWindow *self, Work *work, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done, NULL);

  g_task_set_task_data (task, work, work_free);
  cw_window_set_busy (self, TRUE);
  g_task_run_in_thread (task, func);
}

/* the path of a file on this machine; designs elsewhere are not read through the network */
static char *
dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE,
                   "\"%s\" is no file on this machine: copy it here first", uri);
    }

  return path;
}

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
  Work *work = data;
  GError *error = NULL;
  g_autofree char *path = dup_path (work->file, &error);

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
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      cw_window_show_error (self, _ ("The file could not be opened."), error->message);
      return;
    }
  note_recent (work->file);
  cw_window_set_editor (self, work->design, work->file);
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
  start (window, work_new (file, NULL), read_work, read_done);
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

static GFile *
get_folder (CwWindow *self)
{
  return self->file != NULL ? g_file_get_parent (self->file) : NULL;
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
  g_autoptr (GFile) folder = get_folder (self);
  CwFileQuestion question
      = { CW_CHOOSE_OPEN, _ ("Open a design"), _ ("_Open"), NULL, folder, filter };

  cw_compat_choose_file (GTK_WINDOW (self), &question, open_chosen, g_object_ref (self));
}

/**
 * cw_window_new_package:
 * @self: a window
 *
 * Begins an empty package on the default technology.
 */
void
cw_window_new_package (CwWindow *self)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (NEW_LEVELS);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-NEW_SIZE / 2, -NEW_SIZE / 2, NEW_SIZE / 2, NEW_SIZE / 2));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);
  CwWindow *window = self;

  if (!cw_window_is_pristine (self))
    {
      window = cw_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (window));
    }
  cw_window_set_editor (window, design, NULL);
}

static void
save_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autofree char *path = dup_path (work->file, &error);

  if (path != NULL && cw_xml_write_file (work->design, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
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
  start (self, work_new (file, cw_editor_get_design (self->editor)), save_work, save_done);
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
  g_autoptr (GFile) folder = get_folder (self);
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

static void
gerber_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  CwGerberOptions options = { .x2 = TRUE };
  GError *error = NULL;
  g_autofree char *path = dup_path (work->file, &error);

  if (path != NULL && cw_gerber_export (work->design, path, &options, &work->names, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
gerber_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GString *text;

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      cw_window_show_error (self, _ ("The Gerber files could not be written."), error->message);
      return;
    }
  text = g_string_new (NULL);
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%u Gerber file:", "%u Gerber files:", work->names->len),
      work->names->len);
  for (guint i = 0; i < work->names->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (work->names, i));
  cw_window_tell (self, text->str);
  g_string_free (text, TRUE);
}

static void
gerber_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  if (file != NULL)
    start (self, work_new (file, cw_editor_get_design (self->editor)), gerber_work, gerber_done);
}

/**
 * cw_window_ask_gerber:
 * @self: a window
 *
 * Asks for a folder and writes Gerber files to it.
 */
void
cw_window_ask_gerber (CwWindow *self)
{
  g_autoptr (GFile) folder = get_folder (self);
  CwFileQuestion question
      = { CW_CHOOSE_FOLDER, _ ("Folder for the Gerber files"), _ ("_Export"), NULL, folder, NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, gerber_chosen, g_object_ref (self));
}

static void
picture_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  CwPlanStyle style = CW_PLAN_STYLE_INIT (work->theme);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = dup_path (work->file, &error);
  CwPictureFormat format;

  if (path != NULL && cw_picture_format_parse (path, &format, &error))
    bytes = cw_picture_plan_to_bytes (work->design, format, PICTURE_WIDTH, PICTURE_HEIGHT, NULL,
                                      &style, cw_design_get_name (work->design), &error);
  if (bytes != NULL
      && cw_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
picture_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (work->file);
  g_autofree char *text = g_strdup_printf (_ ("Exported %s"), name);

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    cw_window_show_error (self, _ ("The picture could not be written."), error->message);
  else
    cw_window_tell (self, text);
}

static void
picture_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  Work *work;

  if (file == NULL)
    return;
  work = work_new (file, cw_editor_get_design (self->editor));
  work->theme = cw_theme_get (CW_THEME_LIGHT);
  start (self, work, picture_work, picture_done);
}

/**
 * cw_window_ask_picture:
 * @self: a window
 *
 * Asks for a file and writes a picture of the plan: PNG, SVG or PDF, as its name says.
 */
void
cw_window_ask_picture (CwWindow *self)
{
  g_autoptr (GFile) folder = get_folder (self);
  CwFileQuestion question = { CW_CHOOSE_SAVE, _ ("Export a picture: .png, .svg or .pdf"),
                              _ ("_Export"),  _ ("plan.png"),
                              folder,         NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, picture_chosen, g_object_ref (self));
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

  return FALSE;
}
