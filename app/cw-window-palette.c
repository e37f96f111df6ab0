/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-palette-find.h"
#include "app/cw-palette.h"
#include "app/cw-window-private.h"

/* The palette of a window, and what its rows do. */

static void
update (CwWindow *self)
{
  CwPaletteContext context = { self->editor, self->checker, self->names, G_ACTION_GROUP (self),
                               G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))) };
  g_autoptr (GPtrArray) rows
      = cw_palette_find (&context, cw_palette_get_text (CW_PALETTE (self->palette)));

  cw_palette_set_rows (CW_PALETTE (self->palette), rows);
}

static void
index_design (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, cw_name_index_new (data), (GDestroyNotify) cw_name_index_unref);
}

static void
indexed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwWindow *self = CW_WINDOW (source);
  CwNameIndex *names = g_task_propagate_pointer (G_TASK (result), NULL);

  self->indexing = FALSE;
  g_clear_pointer (&self->names, cw_name_index_unref);
  if (self->editor == NULL || names == NULL)
    {
      g_clear_pointer (&names, cw_name_index_unref);
      return;
    }
  self->names = names;
  if (gtk_widget_get_visible (self->palette))
    update (self);
  cw_window_index_names (self);
}

/**
 * cw_window_index_names:
 * @self: a window
 *
 * Collects the names of the design in the background, if they are not known.
 */
void
cw_window_index_names (CwWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->indexing || self->editor == NULL
      || (self->names != NULL
          && cw_name_index_get_design (self->names) == cw_editor_get_design (self->editor)))
    return;
  self->indexing = TRUE;
  task = g_task_new (self, NULL, indexed, NULL);
  g_task_set_task_data (task, cw_design_ref (cw_editor_get_design (self->editor)),
                        (GDestroyNotify) cw_design_unref);
  g_task_run_in_thread (task, index_design);
}

static void
show_pick (CwWindow *self, CwPick pick)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  CwBox box = cw_design_get_item_bounds (design, pick.item);
  CwShape shape;

  if (pick.part > 0 && pick.part <= cw_design_count_shapes (design, pick.item))
    {
      cw_design_get_shape (design, pick.item, pick.part, &shape);
      box = cw_shape_get_bounds (&shape);
      cw_shape_clear (&shape);
    }
  cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE, &pick, 1);
  if (!cw_box_is_empty (box))
    cw_canvas_frame (CW_CANVAS (self->canvas), box);
}

typedef struct
{
  CwDesign *design;
  CwId net;
  CwBox box;
} NetArea;

static gboolean
add_to_area (CwId id, gconstpointer item, gpointer user_data)
{
  NetArea *area = user_data;
  const CwDie *die;
  CwShape shape;

  if (cw_id_get_kind (id) != CW_ITEM_DIE)
    {
      if (cw_design_get_item_net (area->design, id) == area->net)
        area->box = cw_box_union (area->box, cw_design_get_item_bounds (area->design, id));
      return TRUE;
    }
  die = item;
  for (guint32 i = 0; die->nets != NULL && i < die->nets->n_nets; i++)
    if (die->nets->nets[i] == area->net)
      {
        cw_design_get_shape (area->design, id, i + 1, &shape);
        area->box = cw_box_union (area->box, cw_shape_get_bounds (&shape));
        cw_shape_clear (&shape);
      }

  return TRUE;
}

/**
 * cw_window_show_net:
 * @self: a window with a document
 * @net: a net
 *
 * Highlights a net and frames all that is on it.
 */
void
cw_window_show_net (CwWindow *self, CwId net)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  NetArea area = { cw_editor_get_design (self->editor), net, CW_BOX_EMPTY };

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (kind != CW_ITEM_NET && kind != CW_ITEM_DIE_TYPE && kind != CW_ITEM_CUT_LINE)
      cw_design_foreach (area.design, (CwItemKind) kind, add_to_area, &area);
  settings.highlight_net = net;
  cw_tool_host_set_settings (host, &settings);
  if (cw_box_is_empty (area.box))
    cw_window_tell (self, _ ("Nothing is on this net yet"));
  else
    cw_canvas_frame (CW_CANVAS (self->canvas), area.box);
}

/* to the middle of the view, with the crosshair there */
static void
go_to (CwWindow *self, CwPoint at)
{
  CwCanvas *canvas = CW_CANVAS (self->canvas);
  CwSpot spot = cw_canvas_get_spot (canvas, at);
  CwPlanView view;

  cw_canvas_pan (canvas, spot.x - gtk_widget_get_width (self->canvas) / 2.0,
                 spot.y - gtk_widget_get_height (self->canvas) / 2.0);
  cw_canvas_get_view (canvas, &view);
  cw_editor_send_pointer (self->editor, CW_TOOL_MOTION, at, 0, 1 / view.scale);
}

static void
chosen (CwWindow *self, CwPaletteRow *row)
{
  g_autoptr (GFile) file = NULL;
  CwDesign *design = self->editor != NULL ? cw_editor_get_design (self->editor) : NULL;

  /* the names may be of an earlier design */
  if (row->pick.item != CW_ID_NONE
      && (design == NULL || cw_design_get_item (design, row->pick.item) == NULL))
    return;
  switch (row->kind)
    {
    case CW_PALETTE_ACTION:
      cw_window_activate (self, row->name);
      break;

    case CW_PALETTE_ITEM:
      show_pick (self, row->pick);
      break;

    case CW_PALETTE_NET:
      cw_window_show_net (self, row->pick.item);
      break;

    case CW_PALETTE_PLACE:
      go_to (self, row->at);
      break;

    case CW_PALETTE_NUMBER:
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), row->name);
      cw_window_tell (self, _ ("Copied"));
      break;

    case CW_PALETTE_FILE:
      file = g_file_new_for_uri (row->name);
      cw_window_open (self, file);
      break;

    case CW_PALETTE_CUT_LINE:
      cw_tool_host_set_cut_line (cw_editor_get_host (self->editor), row->pick.item);
      show_pick (self, row->pick);
      break;

    case CW_PALETTE_VIOLATION:
      cw_window_point_out (self, row->index, FALSE);
      break;

    case CW_PALETTE_NOTE:
    default:
      break;
    }
}

static void
closed (CwWindow *self)
{
  if (self->editor != NULL)
    gtk_widget_grab_focus (self->canvas);
}

/**
 * cw_window_open_palette:
 * @self: a window
 * @text: what its field begins with, such as `:`
 *
 * Opens the command palette, or closes it.
 */
void
cw_window_open_palette (CwWindow *self, const char *text)
{
  if (gtk_widget_get_visible (self->palette) && *text == '\0')
    {
      cw_palette_close (CW_PALETTE (self->palette));
      return;
    }
  cw_window_index_names (self);
  cw_palette_open (CW_PALETTE (self->palette), text);
}

/**
 * cw_window_make_palette:
 * @self: a window
 *
 * Makes the palette of a window.
 *
 * Returns: (transfer floating): the widget that lies over all others
 */
GtkWidget *
cw_window_make_palette (CwWindow *self)
{
  self->palette = cw_palette_new ();
  g_signal_connect_swapped (self->palette, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->palette, "chosen", G_CALLBACK (chosen), self);
  g_signal_connect_swapped (self->palette, "closed", G_CALLBACK (closed), self);

  return self->palette;
}
