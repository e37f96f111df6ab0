/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cw-window-private.h"
#include "io/xml/cw-xml.h"
#include "widgets/tool/cw-fragment.h"

/* items as a file of their own, for us and, as text, for anybody */
#define ITEMS_TYPE "application/x-chipwright+xml"
#define TEXT_TYPE "text/plain;charset=utf-8"
#define MOST_BYTES ((gsize) 64 << 20)
#define CHUNK ((gsize) 256 << 10)

static gboolean
copy (CwWindow *self)
{
  g_autoptr (GArray) items = cw_selection_dup_items (cw_editor_get_selection (self->editor));
  g_autoptr (CwDesign) fragment = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *forms[2];

  if (items->len == 0)
    {
      cw_window_tell (self, _ ("Select something first"));
      return FALSE;
    }
  fragment = cw_fragment_new (cw_editor_get_design (self->editor),
                              (const CwId *) (gpointer) items->data, items->len, &error);
  if (fragment == NULL)
    {
      cw_window_tell (self, error->message);
      return FALSE;
    }
  bytes = cw_xml_write (fragment);
  forms[0] = gdk_content_provider_new_for_bytes (ITEMS_TYPE, bytes);
  forms[1] = gdk_content_provider_new_for_bytes (TEXT_TYPE, bytes);
  provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item copied", "%u items copied", items->len), items->len);
  cw_window_tell (self, text);

  return TRUE;
}

static void
run_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copy (data);
}

static void
run_cut (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  if (copy (self))
    cw_window_run_select (self, "delete");
}

/* what arrives from the clipboard bit by bit */
typedef struct
{
  CwWindow *window;
  GInputStream *stream;
  GByteArray *bytes;
} Arrival;

static void
arrival_free (Arrival *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
refuse (CwWindow *self, const char *why)
{
  g_autofree char *text
      = g_strdup_printf (_ ("The clipboard holds no items of a package: %s"), why);

  cw_window_tell (self, text);
}

static void
place (CwWindow *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) fragment = NULL;

  if (self->editor == NULL)
    return;
  fragment = cw_xml_read (bytes, _ ("clipboard"), NULL, &error);
  if (fragment == NULL)
    {
      refuse (self, error->message);
      return;
    }
  if (cw_fragment_count (fragment) == 0)
    {
      refuse (self, _ ("it is empty"));
      return;
    }
  cw_tool_host_set_fragment (cw_editor_get_host (self->editor), fragment);
  cw_window_run_select (self, "paste-fragment");
}

static void read_chunk (Arrival *arrival);

static void
chunk_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    refuse (arrival->window, error->message);
  else if (arrival->bytes->len + g_bytes_get_size (chunk) > MOST_BYTES)
    refuse (arrival->window, _ ("it is larger than 64 MiB"));
  else if (g_bytes_get_size (chunk) > 0)
    {
      g_byte_array_append (arrival->bytes, g_bytes_get_data (chunk, NULL),
                           (guint) g_bytes_get_size (chunk));
      read_chunk (arrival);
      return;
    }
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new (arrival->bytes->data, arrival->bytes->len);

      place (arrival->window, bytes);
    }
  arrival_free (arrival);
}

static void
read_chunk (Arrival *arrival)
{
  g_input_stream_read_bytes_async (arrival->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_read,
                                   arrival);
}

static void
stream_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;

  arrival->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (arrival->stream == NULL)
    {
      cw_window_tell (arrival->window, _ ("The clipboard holds nothing that can be placed here"));
      arrival_free (arrival);
      return;
    }
  read_chunk (arrival);
}

static void
run_paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *types[] = { ITEMS_TYPE, TEXT_TYPE, "text/plain", NULL };
  CwWindow *self = data;
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->window = g_object_ref (self);
  arrival->bytes = g_byte_array_new ();
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), types, G_PRIORITY_DEFAULT,
                            NULL, stream_opened, arrival);
}

static const GActionEntry entries[] = {
  { .name = "cut", .activate = run_cut },
  { .name = "copy", .activate = run_copy },
  { .name = "paste", .activate = run_paste },
};

/**
 * cw_window_add_clipboard_actions:
 * @self: a window
 *
 * Adds what takes items to the clipboard and back.
 */
void
cw_window_add_clipboard_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * cw_window_update_clipboard_actions:
 * @self: a window
 *
 * Enables what can be done with the clipboard now.
 */
void
cw_window_update_clipboard_actions (CwWindow *self)
{
  gboolean selected
      = self->editor != NULL && cw_selection_get_n (cw_editor_get_selection (self->editor)) > 0;

  cw_window_enable (self, "cut", selected);
  cw_window_enable (self, "copy", selected);
  cw_window_enable (self, "paste", self->editor != NULL);
}

/**
 * cw_window_run_select:
 * @self: a window with a document
 * @command: a command of the select tool
 *
 * Takes the select tool, if it is not in hand, and runs a command of it.
 */
void
cw_window_run_select (CwWindow *self, const char *command)
{
  if (strcmp (cw_tool_get_info (cw_editor_get_tool (self->editor))->name, "select") != 0)
    cw_editor_choose_tool (self->editor, "select", FALSE);
  cw_editor_run (self->editor, command);
  gtk_widget_grab_focus (self->canvas);
}
