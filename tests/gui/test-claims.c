/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "tests/gui/cw-gui.h"

static gboolean
is_settled (gpointer data)
{
  return cw_claims_panel_is_settled (cw_window_get_claims_panel (((CwGui *) data)->window));
}

/* a seen label below a widget with a text in it */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_panel (CwGui *gui)
{
  return GTK_WIDGET (cw_window_get_claims_panel (gui->window));
}

static gboolean
shows_few (gpointer data)
{
  return find_label (get_panel (data), _ (cw_claim_get (32)->text)) != NULL
         && find_label (get_panel (data), _ (cw_claim_get (1)->text)) == NULL;
}

static void
click_widget (CwGui *gui, GtkWidget *widget)
{
  cw_gui_move_px (gui, widget, gtk_widget_get_width (widget) / 2.0,
                  gtk_widget_get_height (widget) / 2.0);
  cw_gui_sync (gui);
  cw_gui_button (gui, 1, TRUE);
  cw_gui_button (gui, 1, FALSE);
  cw_gui_sync (gui);
}

static void
open_panel (CwGui *gui)
{
  g_assert_false (gtk_widget_get_mapped (get_panel (gui)));
  cw_gui_key (gui, "<Control>F8");
  g_assert_true (gtk_widget_get_mapped (get_panel (gui)));
  cw_gui_spin (is_settled, gui);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui->window));
}

static void
test_click_shows_evidence (void)
{
  CwGui gui;
  CwPlanView before;
  CwPlanView after;
  CwSelection *selection;

  cw_gui_start (&gui, TRUE);
  open_panel (&gui);
  g_assert_cmpuint (cw_claim_coverage_get_state (
                        cw_claims_panel_get_coverage (cw_window_get_claims_panel (gui.window)), 30),
                    ==, CW_CLAIM_SATISFIED);
  g_assert_nonnull (find_label (get_panel (&gui), _ ("Structure: one die")));

  click_widget (&gui, find_search (get_panel (&gui)));
  cw_gui_type (&gui, "processor");
  cw_gui_spin (shows_few, &gui);
  g_assert_null (find_label (get_panel (&gui), _ ("Structure: one die")));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui.window));

  cw_canvas_get_view (cw_window_get_canvas (gui.window), &before);
  click_widget (&gui, find_label (get_panel (&gui), _ (cw_claim_get (32)->text)));
  cw_canvas_get_view (cw_window_get_canvas (gui.window), &after);
  g_assert_cmpfloat (after.scale, !=, before.scale);
  selection = cw_editor_get_selection (cw_gui_get_editor (&gui));
  g_assert_cmpuint (cw_selection_get_n (selection), ==, 2);
  cw_gui_end (&gui);
}

/* without a die there is no package: every state that was satisfied goes */
static void
test_edit_is_followed (void)
{
  CwGui gui;
  CwClaimsPanel *panel;

  cw_gui_start (&gui, TRUE);
  open_panel (&gui);
  panel = cw_window_get_claims_panel (gui.window);
  gtk_widget_grab_focus (GTK_WIDGET (cw_window_get_canvas (gui.window)));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_key (&gui, "Delete");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, 0);
  g_assert_false (cw_claims_panel_is_settled (panel));
  g_assert_nonnull (find_label (get_panel (&gui), "(before the last change)"));
  cw_gui_spin (is_settled, &gui);
  g_assert_cmpuint (
      cw_claim_coverage_count (cw_claims_panel_get_coverage (panel), CW_CLAIM_NOT_USED), ==,
      CW_N_CLAIMS);
  cw_gui_end (&gui);
}

static void
test_large_text_fits (void)
{
  CwGui gui;
  int dpi;
  int width;
  int height;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  cw_gui_start (&gui, TRUE);
  open_panel (&gui);
  gtk_widget_measure (GTK_WIDGET (gui.window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (gui.window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 1600);
  g_assert_cmpint (height, <=, 1000);
  cw_gui_end (&gui);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/gui/claims/click-shows-evidence", test_click_shows_evidence);
  g_test_add_func ("/gui/claims/edit-is-followed", test_edit_is_followed);

  g_test_add_func ("/gui/claims/text-twice-as-large-fits", test_large_text_fits);

  return g_test_run ();
}
