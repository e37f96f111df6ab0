/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-compat.h"
#include "app/cw-window-private.h"
#include "app/cw-window-work.h"
#include "io/file/cw-file.h"
#include "io/gerber/cw-gerber.h"
#include "io/xml/cw-xml.h"
#include "widgets/render/cw-panel-picture.h"
#include "widgets/render/cw-traveller.h"

#define PICTURE_WIDTH 2400  /* [px] */
#define PICTURE_HEIGHT 1800 /* [px] */

static void
gerber_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwWindowWork *work = data;
  CwGerberOptions options = { .x2 = TRUE };
  GError *error = NULL;
  g_autofree char *path = cw_window_work_dup_path (work->file, &error);

  if (path != NULL && cw_gerber_export (work->design, path, &options, &work->names, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
gerber_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  CwWindowWork *work = g_task_get_task_data (G_TASK (result));
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
    cw_window_work_start (self, cw_window_work_new (file, cw_editor_get_design (self->editor)),
                          gerber_work, gerber_done);
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
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  CwFileQuestion question
      = { CW_CHOOSE_FOLDER, _ ("Folder for the Gerber files"), _ ("_Export"), NULL, folder, NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, gerber_chosen, g_object_ref (self));
}

static void
export_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwWindowWork *work = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = cw_window_work_dup_path (work->file, &error);

  if (path != NULL)
    bytes = work->make (work->design, path, &error);
  if (bytes != NULL
      && cw_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
export_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  CwWindowWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (work->file);
  g_autofree char *text = g_strdup_printf (_ ("Exported %s"), name);

  cw_window_set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    cw_window_show_error (self, _ ("The file could not be written."), error->message);
  else
    cw_window_tell (self, text);
}

static void
export_chosen (CwWindow *self, GFile *file,
               GBytes *(*make) (CwDesign *design, const char *path, GError **error))
{
  CwWindowWork *work;

  if (file == NULL)
    return;
  work = cw_window_work_new (file, cw_editor_get_design (self->editor));
  work->make = make;
  cw_window_work_start (self, work, export_work, export_done);
}

static GBytes *
make_picture (CwDesign *design, const char *path, GError **error)
{
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  CwPictureFormat format;

  if (!cw_picture_format_parse (path, &format, error))
    return NULL;

  return cw_picture_plan_to_bytes (design, format, PICTURE_WIDTH, PICTURE_HEIGHT, NULL, &style,
                                   cw_design_get_name (design), error);
}

static void
picture_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  export_chosen (self, file, make_picture);
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
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  CwFileQuestion question = { CW_CHOOSE_SAVE, _ ("Export a picture: .png, .svg or .pdf"),
                              _ ("_Export"),  _ ("plan.png"),
                              folder,         NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, picture_chosen, g_object_ref (self));
}

static GBytes *
make_panel (CwDesign *design, const char *path, GError **error)
{
  CwPictureFormat format;

  if (!cw_picture_format_parse (path, &format, error))
    return NULL;

  return cw_panel_picture_to_bytes (design, format, PICTURE_WIDTH, PICTURE_HEIGHT,
                                    cw_theme_get (CW_THEME_LIGHT), error);
}

static void
panel_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  export_chosen (self, file, make_panel);
}

/**
 * cw_window_ask_panel:
 * @self: a window
 *
 * Asks for a file and writes a picture of the panel: PNG, SVG or PDF, as its name says.
 */
void
cw_window_ask_panel (CwWindow *self)
{
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  CwFileQuestion question = { CW_CHOOSE_SAVE, _ ("Export the panel: .png, .svg or .pdf"),
                              _ ("_Export"),  _ ("panel.pdf"),
                              folder,         NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, panel_chosen, g_object_ref (self));
}

static GBytes *
make_traveller (CwDesign *design, const char *path, GError **error)
{
  g_autoptr (GArray) rules = NULL;
  g_autofree char *hash = cw_xml_get_hash (design);
  CwTraveller traveller = { .design = design, .hash = hash };
  CwTravellerFormat format;

  if (!cw_traveller_format_parse (path, &format, error)
      || (rules = cw_traveller_check_rules (design, error)) == NULL)
    return NULL;

  traveller.rules = (const CwTravellerRule *) (gpointer) rules->data;
  traveller.n_rules = rules->len;
  return cw_traveller_to_bytes (&traveller, format, error);
}

static void
traveller_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;

  export_chosen (self, file, make_traveller);
}

/**
 * cw_window_ask_traveller:
 * @self: a window
 *
 * Asks for a file and writes the flow traveller: PDF, SVG or HTML, as its name says.
 */
void
cw_window_ask_traveller (CwWindow *self)
{
  g_autoptr (GFile) folder = cw_window_get_folder (self);
  CwFileQuestion question = { CW_CHOOSE_SAVE, _ ("Export the flow traveller: .pdf, .svg or .html"),
                              _ ("_Export"),  _ ("traveller.pdf"),
                              folder,         NULL };

  cw_compat_choose_file (GTK_WINDOW (self), &question, traveller_chosen, g_object_ref (self));
}
