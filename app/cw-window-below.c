/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-window-private.h"
#include "widgets/tool/cw-hit.h"

#define MOST_BELOW 20 /* things in the list of what lies below the pointer */

/* the list of what lies below the pointer: the row in focus is selected as a try, Enter or a click
 * keeps it, Escape brings back what was selected before */

static const CwPick *
get_pick (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "cw-pick");
}

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, CwWindow *self)
{
  if (row != NULL && self->editor != NULL)
    cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE, get_pick (row),
                         1);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, CwWindow *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  row_selected (list, row, self);
  cw_selection_end_preview (cw_editor_get_selection (self->editor), TRUE);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
closed (GtkPopover *popover, CwWindow *self)
{
  if (self->editor != NULL)
    cw_selection_end_preview (cw_editor_get_selection (self->editor), FALSE);
  gtk_widget_grab_focus (self->canvas);
}

static GtkWidget *
make_row (CwPick pick, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "cw-pick", g_memdup2 (&pick, sizeof pick), g_free);

  return row;
}

static GtkWidget *
make_list (CwWindow *self, GArray *hits)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What lies below the pointer"), -1);
  for (guint i = 0; i < MIN (hits->len, MOST_BELOW); i++)
    {
      CwPick pick = g_array_index (hits, CwHit, i).pick;
      g_autofree char *text = cw_pick_dup_description (design, pick, unit);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (pick, text));
    }

  return list;
}

/**
 * cw_window_list_below:
 * @self: a window with a document
 *
 * Lists what lies below the pointer. Going through the list shows what each row would select.
 */
void
cw_window_list_below (CwWindow *self)
{
  const CwToolSettings *settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  CwHitQuery query = { .design = cw_editor_get_design (self->editor),
                       .levels = settings->visible_levels & ~settings->locked_levels,
                       .active_level = settings->active_level,
                       .filter = settings->filter };
  g_autoptr (GArray) hits = NULL;
  GtkListBoxRow *first;
  GtkWidget *list;
  CwPlanView view;
  CwPoint at;
  CwSpot spot;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (!cw_editor_get_pointer (self->editor, &at))
    return;
  cw_canvas_get_view (CW_CANVAS (self->canvas), &view);
  hits = cw_hit_list (&query, at, (CwCoord) MIN (3 / view.scale, CW_MM));
  if (hits->len == 0)
    {
      cw_window_tell (self, _ ("Nothing lies below the pointer"));
      return;
    }
  list = make_list (self, hits);
  spot = cw_canvas_get_spot (CW_CANVAS (self->canvas), at);
  self->menu = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->menu), list);
  gtk_widget_set_parent (self->menu, self->canvas);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) spot.x, (int) spot.y, 1, 1 });
  cw_selection_begin_preview (cw_editor_get_selection (self->editor));
  g_signal_connect (list, "row-selected", G_CALLBACK (row_selected), self);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (list), first);
  gtk_widget_grab_focus (GTK_WIDGET (first));
}
